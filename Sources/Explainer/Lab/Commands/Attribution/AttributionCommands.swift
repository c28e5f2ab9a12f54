/// The commands that open the black box: what a neuron, a pixel or a weight is good for.
let attributionCommands: [LabCommand] = [
  whyCommand, ablateCommand, keepCommand, swapCommand, idealCommand, foolCommand,
]
