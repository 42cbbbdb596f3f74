/// Files with one JSON object a line.
enum JSONLines {
  /// Hands over each object; what is none becomes a fault.
  static func read(
    _ file: AnnotationFile, into reading: inout AnnotationReading,
    _ body: (JSONObject, inout AnnotationReading) -> Void
  ) {
    let lines = file.content.unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.properties.isWhitespace) {
      var parser = JSONParser(String(line), firstLine: index + 1)
      do {
        if let object = try parser.parse().object {
          body(object, &reading)
        } else {
          reading.fault(file.name, index + 1, "a line must hold a JSON object")
        }
      } catch {
        reading.fault(file.name, error.line, error.message)
      }
    }
  }
}
