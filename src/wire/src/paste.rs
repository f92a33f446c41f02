//! What comes with a paste.

/// Whether what somebody pastes is words, though files come along with it: a spreadsheet and a word processor add a picture
/// of them. A file that was copied where files are listed brings its own name, or its address, as words, and stays a file.
pub fn are_pasted(words: &str, files: &[String]) -> bool {
    let names_a_file = |line: &str| {
        let line = line.trim();
        line.is_empty()
            || line.starts_with("file://")
            || files.iter().any(|name| line.rsplit(['/', '\\']).next() == Some(name))
    };
    !words.lines().all(names_a_file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_or_a_word_processor_copies_is_words() {
        let picture = ["image.png".to_owned()];
        assert!(are_pasted("Monday\t3\nTuesday\t5", &picture));
        assert!(are_pasted("We bring it home.", &picture));
        assert!(!are_pasted("", &picture), "a picture alone is a picture");
        assert!(!are_pasted(" \r\n", &picture));
        assert!(!are_pasted("image.png", &picture));
        assert!(!are_pasted("/home/marisol/image.png\n", &picture));
        assert!(!are_pasted("file:///home/marisol/Our%20street.png", &["Our street.png".to_owned()]));
        assert!(are_pasted("image.png is what I called it", &picture));
    }
}
