/// What is said of something that may have a title.
func titled(_ title: String, _ text: String) -> String {
  title.isEmpty ? text : "\(title): \(text)"
}
