extension Lab {
  /// The commands of the bench, in the order in which `help` lists them.
  package static let commands: [LabCommand] =
    lookCommands + digitCommands + [readCommand, drawCommand, moveCommand, inputsCommand]
    + [challengeCommand, guessCommand]
    + layerCommands + computeCommands
    + [neuronCommand, explainCommand, plotCommand, histogramCommand] + stepCommands + knobCommands
    + [turnCommand] + fileCommands
    + learnCommands
    + [
      costCommand, gradientCommand, descendCommand, confusionCommand, epochCommand, trainCommand,
      sweepCommand, worstCommand, convolveCommand, lstmCommand, attendCommand,
      compareCommand, mapCommand, probeCommand,
    ]
    + attributionCommands
}
