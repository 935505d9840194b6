/// The keys that a Telex input method turned into marks: "Á12" was typed `AS12`.
///
/// A clerk seldom switches the input method off for a passport number; the marks are taken back instead.
enum TelexKeys {
  static func undone(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return text.map { character in
      let letter = Character(character.lowercased())
      guard let typed = keys[letter] else { return String(character) }
      return character == letter ? typed : typed.uppercased()
    }.joined()
  }

  private static let keys: [Character: String] = {
    var keys: [Character: String] = [
      "ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw",
    ]
    let toned = [
      ("a", "àảãáạ"), ("aw", "ằẳẵắặ"), ("aa", "ầẩẫấậ"), ("e", "èẻẽéẹ"), ("ee", "ềểễếệ"), ("i", "ìỉĩíị"),
      ("o", "òỏõóọ"), ("oo", "ồổỗốộ"), ("ow", "ờởỡớợ"), ("u", "ùủũúụ"), ("uw", "ừửữứự"), ("y", "ỳỷỹýỵ"),
    ]
    for (base, letters) in toned {
      for (letter, tone) in zip(letters, "frxsj") { keys[letter] = base + String(tone) }
    }
    return keys
  }()
}
