import Explainer
import Presentation

/// What stands above the first prompt: what is loaded and what to type next.
struct Welcome {
  private let session: Session
  private let invitation: [Block]

  /// - Parameter invitation: how to continue the course.
  init(_ session: Session, invitation: [Block]) {
    self.session = session
    self.invitation = invitation
  }

  var reply: Reply {
    let sizes = session.network.sizes.map(String.init).joined(separator: "-")
    return Reply([
      .tight(
        [
          .prose(
            "\(strong: "nn-repl"): a \(sizes) network that reads handwritten digits."
          )
        ] + invitation + [
          .prose(
            "Try \(code: "digit"), \(code: "classify"), \(code: "neuron 1.5"), or \(code: "help").")
        ])
    ])
  }
}
