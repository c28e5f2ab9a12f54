/// Watches a training while it runs.
///
/// It is told of every mini-batch and may look as closely as it likes: nothing that it does, short of
/// `TrainingRun.stop`, changes what is learned.
public protocol TrainingObserver {
  /// Another mini-batch is done, and more are to come unless the observer stops the training.
  mutating func advanced(_ training: inout TrainingRun)

  /// The last mini-batch is done, or the training was stopped. Called once, at the end.
  mutating func ended(_ training: TrainingRun)
}

/// Watches nothing: the reply says what the training came to.
struct NoObserver: TrainingObserver {
  func advanced(_ training: inout TrainingRun) {}
  func ended(_ training: TrainingRun) {}
}

extension TrainingRun {
  /// The one loop that runs a training: to its end, or until its observer or an interrupt stops it.
  mutating func run(in host: any Host) {
    var observer = host.trainingObserver()
    while advance() {
      observer.advanced(&self)
      if host.isInterrupted { stop() }
    }
    observer.ended(self)
  }
}
