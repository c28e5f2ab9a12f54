@main
struct NNRepl { static func main() {} }
