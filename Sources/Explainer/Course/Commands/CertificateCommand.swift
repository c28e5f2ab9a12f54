import Lab
import Presentation

/// `certificate [FILE] [name=NAME]`.
let certificateCommand = CourseCommand(
  CommandDeclaration(
    "certificate", .course, .usesFiles,
    [CommandForm(.optional(file), adding: [.setting(holder)])],
    summary: "a page with your digit, your guesses and what you measured",
    details: [
      "The digit is the one that is on now: draw your own first, with \(code: "draw").",
      "A name that ends in \(code: ".html") is written as a page for a browser, any other as plain text.",
    ],
    examples: ["certificate", "certificate me.html name=Ada"]),
  run: { classroom, arguments, host throws(CourseError) in
    let course = try classroom.readCourse()
    let progress = classroom.readProgress(host)
    let certificate = Certificate(
      holder: try arguments.given(holder), day: host.today, course: course, progress: progress)
    guard certificate.hasAnything else { throw .nothingToCertify }
    let reply = certificate.reply(classroom.bench, host)
    guard let path = try arguments.given(file) else { return reply }
    let kind: CertificateFile = path.lowercased().hasSuffix(".html") ? .html : .text
    return try onBench { () throws(LabError) in
      try FileWriting(path, isOurs: kind.isOurs).write(
        Array(kind.text(of: reply, title: certificate.title).utf8), "Wrote your certificate",
        facts: reply.facts, host)
    }
  })

private let file = Parameter.text("file", as: "FILE").suggesting(
  fileSuggestions([".html", ".txt"]))
private let holder = Parameter.text("name", as: "NAME")

/// The forms in which a certificate leaves the terminal.
private enum CertificateFile {
  case html, text

  func text(of reply: Reply, title: String) -> String {
    switch self {
    case .html: HTMLRenderer.page(reply, title: title)
    case .text: TextRenderer(.pipe).render(reply)
    }
  }

  /// Whether this program wrote a file of the form; plain text does not tell.
  func isOurs(_ file: [UInt8]) -> Bool {
    switch self {
    case .html: HTMLRenderer.isPage(file)
    case .text: false
    }
  }
}
