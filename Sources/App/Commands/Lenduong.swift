import ArgumentParser
import Model

/// The command line: the same program for scripts, servers and screen readers.
struct Lenduong: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "lenduong",
    abstract:
      "Sổ theo dõi người lao động đi làm việc ở nước ngoài / register of workers abroad (KH 280/KH-UBND).",
    discussion: """
      Không ghi lệnh thì mở màn hình / without a command the screens are opened; --ascii: khung, thanh bằng ký tự ASCII /
      ASCII shapes only; --mouse: dùng chuột / use the mouse.

      Mã kết thúc / exit status: 0 xong / done; 1 có vấn đề / problems found; 2 đối số hoặc dữ liệu bị từ chối / bad
      arguments or refused input; 3 không dùng được thư mục dữ liệu / the data folder cannot be used.
      """,
    version: version,
    subcommands: [
      OpenCommand.self, InitCommand.self, DemoCommand.self, AddCommand.self, ListCommand.self,
      ProgressCommand.self, ReportCommand.self, RulesCommand.self, VerifyCommand.self, BackupCommand.self,
      RestoreCommand.self, EraseCommand.self, EpochCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}
