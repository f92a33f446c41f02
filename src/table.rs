//! A table that somebody made in a spreadsheet and saved as text: in whatever way their Excel does that.

use std::collections::BTreeMap;

/// The most lines one table has.
pub const MOST_LINES: usize = 5_000;
/// The most megabytes it has.
pub const MOST_MB: u64 = 2;

/// Why a file could not be read as a table. Such a file changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It holds nothing.
    Empty,
    /// It is a workbook, as Excel saves it by itself.
    Workbook,
    /// It is a picture, a PDF or something else that is not text.
    NotText,
    /// It is larger than [`MOST_MB`].
    TooBig,
    /// It has more lines than [`MOST_LINES`].
    TooManyLines,
    /// Its first line does not name these columns.
    NoColumns(Vec<&'static str>),
    /// The first line names this column twice.
    ColumnTwice(&'static str),
    /// A quotation mark is opened on this line and never closed.
    OpenQuote(u64),
}

/// A file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub text: String,
    /// Whether the letters had to be guessed, so that somebody should look whether the accents are right.
    pub guessed: bool,
}

/// The text of a file: UTF-8, UTF-16 ("Unicode text"), or what Excel on Windows writes in the West.
pub fn text_of(bytes: &[u8]) -> Result<Text, Unreadable> {
    if bytes.len() as u64 > MOST_MB * 1024 * 1024 {
        return Err(Unreadable::TooBig);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(Unreadable::Workbook);
    }
    let (encoding, bom) = encoding_rs::Encoding::for_bom(bytes)
        .or_else(|| Some((sixteen_bits(bytes)?, 0)))
        .unwrap_or((encoding_rs::UTF_8, 0));
    let body = &bytes[bom..];
    let whole =
        |encoding: &'static encoding_rs::Encoding| encoding.decode_without_bom_handling_and_without_replacement(body);
    let (text, guessed) = match whole(encoding) {
        Some(text) => (text, false),
        None if encoding == encoding_rs::UTF_8 && bom == 0 => {
            (whole(encoding_rs::WINDOWS_1252).ok_or(Unreadable::NotText)?, true)
        }
        None => return Err(Unreadable::NotText),
    };
    if text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r') && !('\u{80}'..='\u{9F}').contains(&c)) {
        return Err(Unreadable::NotText);
    }
    Ok(Text { text: text.into_owned(), guessed })
}

/// UTF-16 without a mark in front shows by the zeros between the letters of its first line.
fn sixteen_bits(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let start = bytes.get(..64).unwrap_or(bytes);
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match start.len() / 4 {
        0 => None,
        many if odd > many && even == 0 => Some(encoding_rs::UTF_16LE),
        many if even > many && odd == 0 => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What the template calls it.
    pub name: &'static str,
    /// What else it may be called, in lower case.
    pub also: &'static [&'static str],
    /// Whether no table can do without.
    pub needed: bool,
}

/// A line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it begins in the file; the first line, which names the columns, is 1.
    pub number: u64,
    cells: BTreeMap<&'static str, String>,
    /// Whether it has more cells than there are columns: most likely a separator that was meant as a part of the text.
    pub too_wide: bool,
}

impl Line {
    /// What stands in a column, without the spaces around it.
    pub fn get(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}

/// The lines of a table with these columns, in any order and whatever others there are.
pub fn read(text: &str, columns: &[Column]) -> Result<Vec<Line>, Unreadable> {
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n");
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    let separator = separator(&text);
    if let Some(line) = open_quote(&text, separator) {
        return Err(Unreadable::OpenQuote(line));
    }
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut places = None;
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Unreadable::NotText)?;
        if record.iter().all(|cell| cell.trim().is_empty()) || is_separator_note(&record) {
            continue;
        }
        match &places {
            None => places = Some(places_of(&record, columns)?),
            Some(_) if lines.len() == MOST_LINES => return Err(Unreadable::TooManyLines),
            Some(places) => lines.push(line(&text, &record, places)),
        }
    }
    Ok(lines)
}

/// Which column stands in which place.
fn places_of(header: &csv::StringRecord, columns: &[Column]) -> Result<Vec<Option<&'static str>>, Unreadable> {
    let places: Vec<Option<&'static str>> = header
        .iter()
        .map(|cell| {
            let cell = cell.to_lowercase().replace(['_', '-'], " ");
            let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
            let named =
                |column: &&Column| column.name.replace('_', " ") == cell || column.also.contains(&cell.as_str());
            columns.iter().find(named).map(|column| column.name)
        })
        .collect();
    let times = |column: &Column| places.iter().filter(|place| **place == Some(column.name)).count();
    let missing: Vec<_> = columns.iter().filter(|c| c.needed && times(c) == 0).map(|c| c.name).collect();
    if !missing.is_empty() {
        return Err(Unreadable::NoColumns(missing));
    }
    match columns.iter().find(|column| times(column) > 1) {
        Some(column) => Err(Unreadable::ColumnTwice(column.name)),
        None => Ok(places),
    }
}

fn line(text: &str, record: &csv::StringRecord, places: &[Option<&'static str>]) -> Line {
    let number = record.position().map_or(0, |place| {
        // The reader counts empty lines in front of a line to that line.
        let empty = text.bytes().skip(place.byte() as usize).take_while(|byte| *byte == b'\n').count();
        place.line() + empty as u64
    });
    let cells = record.iter().zip(places).filter_map(|(cell, place)| Some(((*place)?, cell.to_owned()))).collect();
    let too_wide = record.iter().skip(places.len()).any(|cell| !cell.trim().is_empty());
    Line { number, cells, too_wide }
}

/// `sep=;`: what Excel understands as a note to itself, on a line of its own in front.
fn is_separator_note(record: &csv::StringRecord) -> bool {
    record.position().is_some_and(|place| place.line() == 1)
        && record.get(0).is_some_and(|cell| cell.starts_with("sep="))
}

/// What stands between the cells: what the first line has most of, outside of quotation marks.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if let Some(noted) = first.strip_prefix("sep=").and_then(|noted| noted.bytes().next()) {
        return if noted.is_ascii() { noted } else { b',' };
    }
    let mut quoted = false;
    let bare: Vec<u8> = first
        .bytes()
        .filter(|byte| {
            quoted ^= *byte == b'"';
            !quoted
        })
        .collect();
    let times = |separator: u8| bare.iter().filter(|byte| **byte == separator).count();
    [b'\t', b';', b','].into_iter().max_by_key(|separator| times(*separator)).unwrap_or(b',')
}

/// The line on which a quotation mark is opened that nothing closes: everything after it would be one single cell.
fn open_quote(text: &str, separator: u8) -> Option<u64> {
    let mut line = 1;
    let mut opened: Option<u64> = None;
    let mut at_start = true;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        let starts_cell = byte == separator || byte == b'\n';
        match (byte, opened) {
            (b'"', Some(_)) if bytes.peek() == Some(&b'"') => drop(bytes.next()),
            (b'"', Some(_)) => opened = None,
            (b'"', None) if at_start => opened = Some(line),
            _ => {}
        }
        at_start = starts_cell && opened.is_none();
        line += u64::from(byte == b'\n');
    }
    opened
}

/// A table as Excel opens it right: UTF-8 with its mark, CRLF, and no cell that a spreadsheet would take for a formula.
pub fn written<'a>(rows: impl IntoIterator<Item = &'a [&'a str]>) -> String {
    let mut out = String::from('\u{FEFF}');
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| cell_written(cell)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

fn cell_written(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', ';', '"', '\n', '\r', '\t']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column] = &[
        Column { name: "name", also: &["nombre"], needed: true },
        Column { name: "builds_on", also: &[], needed: false },
    ];

    fn names(text: &str) -> Vec<(u64, String)> {
        let lines = read(text, COLUMNS).unwrap();
        lines.iter().map(|line| (line.number, line.get("name").to_owned())).collect()
    }

    #[test]
    fn every_way_excel_saves_text_is_read() {
        let said = "Name\tBuilds on\r\nMarisol Peña\tx\r\n";
        let le: Vec<u8> = [0xFF, 0xFE].into_iter().chain(said.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let be: Vec<u8> = [0xFE, 0xFF].into_iter().chain(said.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let bare: Vec<u8> = said.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [&[0xEF, 0xBB, 0xBF], said.as_bytes()].concat();
        let (western, _, _) = encoding_rs::WINDOWS_1252.encode(said);
        for (bytes, guessed) in
            [(le, false), (be, false), (bare, false), (marked, false), (said.into(), false), (western.to_vec(), true)]
        {
            let text = text_of(&bytes).unwrap();
            assert_eq!(text.guessed, guessed);
            assert_eq!(names(&text.text), [(2, "Marisol Peña".to_owned())]);
        }
    }

    #[test]
    fn what_is_no_text_is_refused_by_its_kind() {
        assert_eq!(text_of(b"PK\x03\x04\x00\x00"), Err(Unreadable::Workbook));
        assert_eq!(text_of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(Unreadable::NotText));
        assert_eq!(text_of(&vec![b'a'; 3 * 1024 * 1024]), Err(Unreadable::TooBig));
        assert_eq!(read(" \n", COLUMNS), Err(Unreadable::Empty));
        assert_eq!(read("builds on\nx\n", COLUMNS), Err(Unreadable::NoColumns(vec!["name"])));
        assert_eq!(read("name,nombre\nx,y\n", COLUMNS), Err(Unreadable::ColumnTwice("name")));
        assert_eq!(read("name\na\n\"b\nc\n", COLUMNS), Err(Unreadable::OpenQuote(3)));
        let long = format!("name\n{}", "x\n".repeat(MOST_LINES + 1));
        assert_eq!(read(&long, COLUMNS), Err(Unreadable::TooManyLines));
    }

    #[test]
    fn separators_quotes_and_empty_lines_are_understood() {
        assert_eq!(names("NOMBRE;x\n\n\"a \"\"b\"\"; c\";1\n;;\nd\n"), [(3, "a \"b\"; c".into()), (5, "d".into())]);
        assert_eq!(names("sep=;\nname;builds-on\na,b;c\n"), [(3, "a,b".into())]);
        assert_eq!(names("name,x\r\"two\rlines\",1\rlast,2\r"), [(2, "two\nlines".into()), (4, "last".into())]);
        assert_eq!(names("name\n5\" tall\nnext\n").len(), 2);
        assert!(read("name\na,b\n", COLUMNS).unwrap()[0].too_wide);
        assert!(!read("name\na,,\n", COLUMNS).unwrap()[0].too_wide);
    }

    #[test]
    fn no_cell_we_write_is_a_formula() {
        let table = written([["=1+1", "a,b", "plain"].as_slice(), ["@x", "\"q\"", ""].as_slice()]);
        assert_eq!(table, "\u{FEFF}'=1+1,\"a,b\",plain\r\n'@x,\"\"\"q\"\"\",\r\n");
    }
}
