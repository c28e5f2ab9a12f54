import Core
import Presentation

/// `train`: let the network learn, before the learner's eyes.
let trainCommand = LabCommand(
  CommandDeclaration(
    "train", .learn, .trains, [TrainingWords.form],
    summary: "let the network learn from examples",
    details: [
      "\(code: "drawn") is an endless stream of our own drawings, bent and shifted; \(code: "train") is MNIST's training half, found with \(code: "--data DIR"). With \(code: "examples=100") it learns from a hundred of them, always the same.",
      "An epoch shows every example once; after each mini-batch every knob takes a small step against its slope. Ctrl-C stops and keeps what was learned; \(code: "undo") takes it all back.",
      "It starts from the network as it is. The bundled one is trained well already, so a short training on drawings can make it read fewer of MNIST's digits. To start from nothing, type \(code: "new 784 16 16 10") first.",
      "On a terminal you watch the curves and the weights of layer 1 as they change, with \(code: "watch=1.5") those of neuron 1.5. \(code: "pace=10s") takes ten seconds for it, so that you can see it learn. Keys: \(Prose(keys: TrainingScreenAction.bindings)).",
      rateDetail,
      "The same seed and settings give the same weights, bit for bit.",
    ],
    examples: ["train drawn epochs=1", "train drawn epochs=1 rate=0.1 cost=squares seed=3"]),
  run: { lab, arguments, host throws(LabError) in
    let words = try TrainingWords(arguments, lab.network, host)
    let report = try words.train(&lab, host)
    return report.reply
  })

private let rateDetail: Prose =
  "Without \(code: "rate") the learning rate is the one that usually works: "
  + Activation.usualRates
  + "; the lowest, where layers differ. With \(code: "momentum=M") it is 1 − M times that, with \(code: "optimizer=adam") 0.005."

extension Lab {
  /// Our own drawings as examples.
  var drawnExamples: [Dataset.Example] {
    content.drawings.map { Dataset.Example(digit: $0.rasterized(), label: $0.digit) }
  }
}
