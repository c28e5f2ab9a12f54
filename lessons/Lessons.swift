/// The course as data: everything the program needs to know at run time, inside the binary.
public enum Lessons {
  /// The trained network, a safetensors file.
  public static var network: [UInt8] { PackageResources.bundled_safetensors }

  /// Our own digits, as strokes in text.
  public static var drawings: [UInt8] { PackageResources.drawings_txt }

  /// The lessons in their order: the names of their files, and their Markdown.
  public static var course: [(name: String, bytes: [UInt8])] {
    [
      ("01-a-messy-three.md", PackageResources._1_a_messy_three_md),
      ("02-neurons.md", PackageResources._2_neurons_md),
      ("03-layers.md", PackageResources._3_layers_md),
      ("04-why-layers.md", PackageResources._4_why_layers_md),
      ("05-weights.md", PackageResources._5_weights_md),
      ("06-sigmoid.md", PackageResources._6_sigmoid_md),
      ("07-bias.md", PackageResources._7_bias_md),
      ("08-counting.md", PackageResources._8_counting_md),
      ("09-matrix-form.md", PackageResources._9_matrix_form_md),
      ("10-a-function.md", PackageResources._0_a_function_md),
      ("11-relu.md", PackageResources._1_relu_md),
      ("12-recap.md", PackageResources._2_recap_md),
      ("13-cost.md", PackageResources._3_cost_md),
      ("14-gradient-descent.md", PackageResources._4_gradient_descent_md),
      ("15-training.md", PackageResources._5_training_md),
      ("16-backpropagation.md", PackageResources._6_backpropagation_md),
      ("17-chain-rule.md", PackageResources._7_chain_rule_md),
    ]
  }
}
