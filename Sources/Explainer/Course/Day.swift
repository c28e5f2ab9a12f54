import FoundationEssentials

/// A day of the calendar.
struct Day: Equatable {
  /// Days since 1 January 1970.
  private let number: Int

  /// Days beyond the year 9999 are that year's last.
  init(_ number: Int) { self.number = min(max(number, 0), 2_932_896) }

  /// Year, month and day: 2026-11-25.
  var text: String {
    Date(timeIntervalSince1970: Double(number) * 86_400).formatted(
      Date.ISO8601FormatStyle().year().month().day())
  }
}
