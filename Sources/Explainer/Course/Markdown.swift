import CCmark

/// A Markdown document as values, from libcmark. This file is the only one that speaks C.
struct Markdown {
  /// One part: a block such as a paragraph, or a piece of text in it.
  struct Node: Equatable {
    let kind: Kind
    /// Where it starts, from 1; pieces of text have the line of their block.
    let line: Int
    var children: [Node] = []

    enum Kind: Equatable {
      case heading(level: Int)
      case paragraph, quote, item, rule
      /// `first` is nil for bullets.
      case list(first: Int?)
      case code(info: String, literal: String)
      case text(String)
      case span(String)
      case softBreak, lineBreak, emphasis, strong
      case link(target: String)
      case image
      case html(String)
      case document
    }
  }

  /// The blocks of the document, in order.
  let blocks: [Node]

  /// Brackets, quotes and lists inside one another; a lesson has three or four.
  static let depthLimit = 20

  /// Reads a document.
  ///
  /// - Parameter depthExceeded: what to throw where parts lie too deep inside one another.
  init<Failure: Error>(
    _ text: String, depthExceeded: (_ line: Int) -> Failure
  ) throws(Failure) {
    let root = unsafe Self.parse(text)
    defer { unsafe cmark_node_free(root) }
    let iterator = unsafe cmark_iter_new(root)
    defer { unsafe cmark_iter_free(iterator) }
    var open: [Node] = []
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE else { break }
      let entry = unsafe cmark_iter_get_node(iterator)
      let isLeaf = unsafe cmark_node_first_child(entry) == nil
      if event == CMARK_EVENT_ENTER {
        open.append(unsafe Self.node(entry, in: open.last))
        if open.count > Self.depthLimit { throw depthExceeded(open[open.count - 1].line) }
        // Leaves that can hold nothing have no event for their end.
        guard isLeaf, unsafe Self.endsSilently(entry) else { continue }
      }
      guard open.count > 1, let closed = open.popLast() else { continue }
      open[open.count - 1].children.append(closed)
    }
    blocks = open.first?.children ?? []
  }

  private static func parse(_ text: String) -> OpaquePointer? {
    var text = text
    return text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        unsafe cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
  }

  private static func node(_ node: OpaquePointer?, in parent: Node?) -> Node {
    let line = unsafe Int(cmark_node_get_start_line(node))
    return Node(kind: unsafe kind(node), line: line > 0 ? line : parent?.line ?? 1)
  }

  private static func endsSilently(_ node: OpaquePointer?) -> Bool {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  private static func kind(_ node: OpaquePointer?) -> Node.Kind {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_HEADING: unsafe .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: unsafe .list(first: firstNumber(node))
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK:
      unsafe .code(
        info: string(cmark_node_get_fence_info(node)), literal: string(cmark_node_get_literal(node))
      )
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_TEXT: unsafe .text(string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: unsafe .span(string(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: unsafe .link(target: string(cmark_node_get_url(node)))
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
      unsafe .html(string(cmark_node_get_literal(node)))
    default: .document
    }
  }

  private static func firstNumber(_ list: OpaquePointer?) -> Int? {
    unsafe cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
      ? Int(cmark_node_get_list_start(list)) : nil
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }
}
