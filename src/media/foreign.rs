//! Files that nobody can show here as they are, and that have a way out: known by what is in them, so that a page can say what
//! they are and what to do.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

kinds! {
    /// What a file is that is not shown here as it is.
    pub enum Foreign {
        /// A photo as iPhones take it, that could not be opened.
        Heic = "heic",
        /// A PDF with a password.
        Locked = "locked-pdf",
        Word = "word",
        Slides = "slides",
        Sheet = "sheet",
        /// Apple's Pages, Keynote and Numbers.
        Pages = "pages",
        OpenDocument = "open-document",
        /// A file of Google Drive, which says only where the document is.
        Google = "google-file",
        /// A file that holds nothing but where a page is.
        LinkFile = "link-file",
        /// Files packed together.
        Archive = "archive",
    }
}

impl Foreign {
    /// Whether a PDF can be made of it, by a program that reads documents of other ones.
    pub fn can_be_converted(self) -> bool {
        matches!(self, Self::Word | Self::Slides | Self::Sheet | Self::OpenDocument)
    }
}

/// How files packed together begin, and so documents of today's programs.
const PACKED: &[u8] = b"PK\x03\x04";
/// How documents of Word, PowerPoint and Excel before 2007 begin.
const OLD_OFFICE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Whether a file may be a document of another program, by its beginning.
pub(super) fn begins_packed(head: &[u8]) -> bool {
    head.starts_with(PACKED) || head.starts_with(OLD_OFFICE)
}

/// How much of a file's beginning and end is looked at.
const LOOKED_AT: u64 = 512 * 1024;
/// The longest file that holds nothing but a link, in bytes.
const MOST_LINK: u64 = 16 * 1024;
/// The longest address that is given on.
const MOST_ADDRESS: usize = 2000;

/// What a file is, and the address it holds, by its beginning and its end; `None` when it is none of these.
pub(super) fn foreign(file: &mut File, size: u64, head: &[u8]) -> std::io::Result<Option<(Foreign, Option<String>)>> {
    if head.starts_with(PACKED) {
        return Ok(Some((packed(&ends(file, size)?), None)));
    }
    if head.starts_with(OLD_OFFICE) {
        return Ok(Some((of_old_office(&ends(file, size)?), None)));
    }
    if size <= MOST_LINK {
        let bytes = ends(file, size)?;
        let text = String::from_utf8_lossy(&bytes);
        if is_of_google(&text) {
            return Ok(Some((Foreign::Google, None)));
        }
        let address = shortcut(&text).or_else(|| webloc(&bytes, &text));
        return Ok(address.map(|address| (Foreign::LinkFile, Some(address))));
    }
    Ok(None)
}

/// The beginning and the end of a file; a file that is not longer, whole.
fn ends(file: &mut File, size: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.take(LOOKED_AT).read_to_end(&mut bytes)?;
    if size > LOOKED_AT {
        file.seek(SeekFrom::Start(size.saturating_sub(LOOKED_AT).max(LOOKED_AT)))?;
        file.take(LOOKED_AT).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|part| part == words)
}

/// By the names of the parts of a zip file.
fn packed(bytes: &[u8]) -> Foreign {
    let parts: [(&[u8], Foreign); 7] = [
        (b"word/document", Foreign::Word),
        (b"ppt/presentation", Foreign::Slides),
        (b"xl/workbook", Foreign::Sheet),
        (b"application/vnd.oasis.opendocument.", Foreign::OpenDocument),
        (b"Index/Document.iwa", Foreign::Pages),
        (b"Index.zip", Foreign::Pages),
        (b"index.apxl", Foreign::Pages),
    ];
    parts.iter().find(|(name, _)| holds(bytes, name)).map_or(Foreign::Archive, |(_, kind)| *kind)
}

/// The files of Word, PowerPoint and Excel before 2007, by the names of their parts.
fn of_old_office(bytes: &[u8]) -> Foreign {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let parts = [("PowerPoint Document", Foreign::Slides), ("Workbook", Foreign::Sheet)];
    parts.iter().find(|(name, _)| holds(bytes, &wide(name))).map_or(Foreign::Word, |(_, kind)| *kind)
}

/// `.gdoc`, `.gsheet`, `.gslides`.
fn is_of_google(text: &str) -> bool {
    let text = text.trim();
    text.starts_with('{')
        && text.ends_with('}')
        && (text.contains("\"doc_id\"") || text.contains("https://docs.google.com/"))
        && ["\"url\"", "\"doc_id\"", "\"resource_id\""].iter().any(|key| text.contains(key))
}

fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let is_one = (text.starts_with("https://") || text.starts_with("http://"))
        && text.len() <= MOST_ADDRESS
        && !text.contains(|letter: char| letter.is_whitespace() || letter.is_control());
    is_one.then(|| text.to_owned())
}

/// `.url` of Windows, and `.desktop`.
fn shortcut(text: &str) -> Option<String> {
    let is_one = |line: &str| matches!(line.trim(), "[InternetShortcut]" | "[Desktop Entry]");
    let mut lines = text.lines();
    lines.clone().any(is_one).then_some(())?;
    lines.find_map(|line| address(line.trim().strip_prefix("URL=")?))
}

/// `.webloc` of macOS, in words or packed.
fn webloc(bytes: &[u8], text: &str) -> Option<String> {
    if bytes.starts_with(b"bplist00") && holds(bytes, b"URL") {
        let from = bytes.windows(4).position(|part| part == b"http")?;
        // Its length stands before it: in four bits, in a byte, or in two.
        let length = match bytes[..from] {
            [.., 0x5F, 0x10, length] => usize::from(length),
            [.., 0x5F, 0x11, high, low] => usize::from(u16::from_be_bytes([high, low])),
            [.., short @ 0x50..0x5F] => usize::from(short & 15),
            _ => return None,
        };
        return address(std::str::from_utf8(bytes.get(from..from + length)?).ok()?);
    }
    let after = text.contains("<plist").then(|| text.split_once("<key>URL</key>"))??.1;
    let inside = after.split_once("<string>")?.1.split_once("</string>")?.0;
    address(&inside.replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(bytes: &[u8]) -> Option<(Foreign, Option<String>)> {
        use std::io::Write;

        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        foreign(&mut file, bytes.len() as u64, &bytes[..bytes.len().min(4096)]).unwrap()
    }

    #[test]
    fn a_file_of_another_program_is_known_by_what_is_in_it() {
        assert_eq!(seen(include_bytes!("../../tests/files/essay.docx")), Some((Foreign::Word, None)));
        let zip = |inside: &[u8]| [b"PK\x03\x04".as_slice(), inside].concat();
        for (inside, kind) in [
            (b"ppt/presentation.xml".as_slice(), Foreign::Slides),
            (b"xl/workbook.xml", Foreign::Sheet),
            (b"mimetypeapplication/vnd.oasis.opendocument.text", Foreign::OpenDocument),
            (b"Index/Document.iwa", Foreign::Pages),
            (b"photos/1.jpg", Foreign::Archive),
        ] {
            assert_eq!(seen(&zip(inside)), Some((kind, None)));
        }
        let long = zip(&[vec![0; 3_000_000], b"word/document.xml".to_vec()].concat());
        assert_eq!(seen(&long), Some((Foreign::Word, None)), "what is in it stands at its end");
        let old = |name: &str| {
            let wide = name.encode_utf16().flat_map(u16::to_le_bytes);
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0".iter().copied().chain(wide).collect::<Vec<u8>>()
        };
        assert_eq!(seen(&old("WordDocument")), Some((Foreign::Word, None)));
        assert_eq!(seen(&old("PowerPoint Document")), Some((Foreign::Slides, None)));
        let google = br#"{"url":"https://docs.google.com/open?id=1x","doc_id":"1x","email":"a@b.example"}"#;
        assert_eq!(seen(google), Some((Foreign::Google, None)));
    }

    #[test]
    fn a_file_that_holds_a_link_gives_it() {
        let link = |bytes: &[u8]| seen(bytes).and_then(|(kind, link)| link.filter(|_| kind == Foreign::LinkFile));
        let wanted = Some("https://river.example/a?b=1&c=2".to_owned());
        assert_eq!(link(b"[InternetShortcut]\r\nURL=https://river.example/a?b=1&c=2\r\nIconIndex=0\r\n"), wanted);
        let plist = "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>URL</key>
            <string>https://river.example/a?b=1&amp;c=2</string></dict></plist>";
        assert_eq!(link(plist.as_bytes()), wanted);
        let packed = [b"bplist00\xD1\x01\x02SURL_\x10\x1F".as_slice(), b"https://river.example/a?b=1&c=2", b"\x08\x0B"];
        assert_eq!(link(&packed.concat()), wanted);
        assert_eq!(link(b"bplist00\xD1\x01\x02SURL_\x10\xFFhttps://river.example/"), None);
        assert_eq!(link(b"[InternetShortcut]\nURL=javascript:alert(1)\n"), None);
    }

    #[test]
    fn words_are_words() {
        for words in [&b""[..], b"See https://docs.google.com/ for more.", b"{\"a\": 1}", b"PK is short", b"<plist>"] {
            assert_eq!(seen(words), None, "{words:?}");
        }
    }
}
