//! A table that somebody made in a spreadsheet and saved as text: in whatever way their Excel does that.

use std::collections::{BTreeMap, HashMap};

use crate::encoding::{self, Encoding};
use crate::words::{composed, plain_name};

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

/// A file's text; where the letters had to be guessed, somebody should look whether they are right.
pub use crate::encoding::Decoded as Text;

/// The text of a file. Its letters are written as somebody says they are, or as is most likely.
pub fn text_of(bytes: &[u8], letters: Option<Encoding>) -> Result<Text, Unreadable> {
    // Letters that a file had as one byte each are two or three once they are UTF-8.
    let size = std::str::from_utf8(bytes).map_or(bytes.len(), |text| text.chars().count());
    if size as u64 > MOST_MB * 1024 * 1024 {
        return Err(Unreadable::TooBig);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(Unreadable::Workbook);
    }
    let text = match letters {
        Some(letters) => encoding::decoded_as(bytes, letters).map(|text| Text { text, guess: Some(letters) }),
        None => encoding::decoded(bytes),
    };
    text.ok_or(Unreadable::NotText)
}

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What the template calls it.
    pub name: &'static str,
    /// What else it may be called; capitals, accents and what stands between words make no difference.
    pub also: &'static [&'static str],
    /// Whether no table can do without.
    pub needed: bool,
    /// The columns any of which will do in its place.
    pub or: &'static [&'static str],
}

impl Column {
    /// One that a table may leave out.
    pub const fn free(name: &'static str, also: &'static [&'static str]) -> Self {
        Self { name, also, needed: false, or: &[] }
    }

    /// One that no table can do without, but where one of the others is there.
    pub const fn needed(name: &'static str, also: &'static [&'static str], or: &'static [&'static str]) -> Self {
        Self { name, also, needed: true, or }
    }
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
    /// What stands in a column, without the spaces around it and what else nobody sees there.
    pub fn get(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim_matches(is_blank))
    }
}

/// What stands around words without being seen, and means nothing there.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether a cell is a long number as a spreadsheet shortens it: "1.23457E+11". Its digits are lost.
pub fn is_shortened_number(cell: &str) -> bool {
    let Some((number, power)) = cell.trim().split_once(['E', 'e']) else { return false };
    let is_digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, rest) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    whole.len() == 1 && is_digits(whole) && is_digits(rest) && power.strip_prefix('+').is_some_and(is_digits)
}

/// How many lines may stand above the one that names the columns: a title, a date, the school's name.
const MOST_ABOVE: usize = 10;

/// The lines of a table with these columns, in any order and whatever others there are.
pub fn read(text: &str, columns: &[Column]) -> Result<Vec<Line>, Unreadable> {
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n");
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    let names = ColumnNames::of(columns);
    let (separator, above) = shape(&text, &names);
    if let Some(line) = open_quote(&text, separator) {
        return Err(Unreadable::OpenQuote(line));
    }
    let mut above = above;
    let mut places = None;
    let mut lines = Vec::new();
    for record in records(&text, separator) {
        let record = record.map_err(|_| Unreadable::NotText)?;
        if record.iter().all(|cell| cell.trim_matches(is_blank).is_empty()) || is_separator_note(&record) {
            continue;
        }
        match &places {
            None if above > 0 => above -= 1,
            None => places = Some(places_of(&record, columns, &names)?),
            Some(_) if lines.len() == MOST_LINES => return Err(Unreadable::TooManyLines),
            Some(places) => lines.push(line(&text, &record, places)),
        }
    }
    Ok(lines)
}

fn records(text: &str, separator: u8) -> impl Iterator<Item = csv::Result<csv::StringRecord>> {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(separator).has_headers(false).flexible(true);
    builder.from_reader(text.as_bytes()).into_records()
}

/// What stands between the cells, and how many lines stand above the one that names the columns: as most columns are known.
fn shape(text: &str, names: &ColumnNames) -> (u8, usize) {
    let noted = text.trim_start().strip_prefix("sep=").and_then(|noted| noted.bytes().next());
    let separators = match noted {
        Some(noted) if noted.is_ascii() => vec![noted],
        _ => vec![b'|', b'\t', b';', b','],
    };
    let mut best = (0, 0, (separators.last().copied().unwrap_or(b','), 0));
    for separator in separators {
        let filled = records(text, separator).flatten().filter(|record| {
            !record.iter().all(|cell| cell.trim_matches(is_blank).is_empty()) && !is_separator_note(record)
        });
        for (above, record) in filled.take(MOST_ABOVE).enumerate() {
            let known = record.iter().filter(|cell| names.column(cell).is_some()).count();
            // Of two that say as much, the one with more cells in its first line.
            let cells = if above == 0 { record.len() } else { 0 };
            if (known, cells) > (best.0, best.1) || (known, cells) == (best.0, best.1) && above == 0 {
                best = (known, cells, (separator, above));
            }
        }
    }
    best.2
}

/// Every name of a column, plain.
struct ColumnNames(HashMap<String, (&'static str, usize)>);

impl ColumnNames {
    fn of(columns: &[Column]) -> Self {
        let mut names = HashMap::new();
        for column in columns {
            for (rank, name) in std::iter::once(column.name).chain(column.also.iter().copied()).enumerate() {
                names.entry(Self::plain(name)).or_insert((column.name, rank));
            }
        }
        Self(names)
    }

    fn plain(name: &str) -> String {
        plain_name(&composed(name)).replace(' ', "")
    }

    /// The column a cell of the first line names, and how likely: 0 is what the template calls it, and what else it may be
    /// called follows in the order in which that is written down.
    fn column(&self, cell: &str) -> Option<(&'static str, usize)> {
        // "Email (required)", "Email [Required]"
        let cell = cell.split(['(', '[', '*']).next().unwrap_or(cell);
        if cell.is_empty() || cell.len() > LONGEST_NAME { None } else { self.0.get(&Self::plain(cell)).copied() }
    }
}

/// Longer than any column is called, in bytes.
const LONGEST_NAME: usize = 200;

/// Which column stands in which place.
fn places_of(
    header: &csv::StringRecord,
    columns: &[Column],
    names: &ColumnNames,
) -> Result<Vec<Option<&'static str>>, Unreadable> {
    let named: Vec<_> = header.iter().map(|cell| names.column(cell)).collect();
    // Systems write several numbers and several addresses of a person: of those, the likeliest.
    let is_free = |name: &str| columns.iter().any(|column| column.name == name && !column.needed);
    let mut likeliest: HashMap<&str, usize> = HashMap::new();
    for (name, rank) in named.iter().flatten() {
        let best = likeliest.entry(name).or_insert(*rank);
        *best = (*best).min(*rank);
    }
    let place = |named: &Option<(&'static str, usize)>| {
        named.filter(|(name, rank)| !is_free(name) || likeliest.get(name) == Some(rank)).map(|(name, _)| name)
    };
    let places: Vec<Option<&'static str>> = named.iter().map(place).collect();
    let times = |name: &str| places.iter().filter(|place| **place == Some(name)).count();
    let is_missing = |column: &&Column| {
        column.needed && times(column.name) == 0 && column.or.iter().all(|instead| times(instead) == 0)
    };
    let missing: Vec<_> = columns.iter().filter(is_missing).map(|column| column.name).collect();
    if !missing.is_empty() {
        return Err(Unreadable::NoColumns(missing));
    }
    match columns.iter().find(|column| times(column.name) > 1) {
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
    let cells = record.iter().zip(places).filter_map(|(cell, place)| Some(((*place)?, composed(cell)))).collect();
    let too_wide = record.iter().skip(places.len()).any(|cell| !cell.trim().is_empty());
    Line { number, cells, too_wide }
}

/// `sep=;`: what Excel understands as a note to itself, on a line of its own in front.
fn is_separator_note(record: &csv::StringRecord) -> bool {
    record.position().is_some_and(|place| place.line() == 1)
        && record.get(0).is_some_and(|cell| cell.starts_with("sep="))
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
        Column::needed("name", &["nombre"], &["given"]),
        Column::free("builds_on", &[]),
        Column::free("given", &["givenName", "First Name"]),
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
            let text = text_of(&bytes, None).unwrap();
            assert_eq!(text.guess.is_some(), guessed);
            assert_eq!(names(&text.text), [(2, "Marisol Peña".to_owned())]);
        }
    }

    #[test]
    fn what_is_no_text_is_refused_by_its_kind() {
        assert_eq!(text_of(b"PK\x03\x04\x00\x00", None), Err(Unreadable::Workbook));
        assert_eq!(text_of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None), Err(Unreadable::NotText));
        assert_eq!(text_of(&vec![b'a'; 3 * 1024 * 1024], None), Err(Unreadable::TooBig));
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
    fn lines_above_the_columns_and_bars_between_cells_are_understood() {
        assert_eq!(names("Class list 2026-27,,\n\nname,x\nAna,1\n"), [(4, "Ana".into())]);
        assert_eq!(names("Our school; all of it\n30 November\nx;name\n1;Ana, Luz\n"), [(4, "Ana, Luz".into())]);
        assert_eq!(names("name|x\nAna, Luz|a;b\n"), [(2, "Ana, Luz".into())]);
        assert_eq!(names("name,x\n\u{200B}Jose\u{301}\u{A0},1\n"), [(2, "José".into())]);
        let given = |text: &str| read(text, COLUMNS).map(|lines| lines[0].get("given").to_owned());
        for header in
            ["givenName", "First Name", "FIRST_NAME", "first-name ", "\u{200B}First\u{A0}name*", "GivenName (x)"]
        {
            assert_eq!(given(&format!("{header}\nAna\n")).as_deref(), Ok("Ana"), "{header}");
        }
        let systems = "name,Student_id,State_id,Given Name\nAna,4711,99,Ana\n";
        let columns = [COLUMNS, &[Column::free("id", &["state id", "student id"])]].concat();
        assert_eq!(read(systems, &columns).map(|lines| lines[0].get("id").to_owned()).as_deref(), Ok("99"));
        assert_eq!(read("name,x,x,given,given\n", COLUMNS), Err(Unreadable::ColumnTwice("given")));
        let far = format!("{}name\nAna\n", "a title\n".repeat(MOST_ABOVE));
        assert_eq!(read(&far, COLUMNS), Err(Unreadable::NoColumns(vec!["name"])));
    }

    #[test]
    fn a_number_that_was_shortened_is_known() {
        for cell in ["1.23457E+11", "1,23457E+11", " 4E+15 "] {
            assert!(is_shortened_number(cell), "{cell}");
        }
        for cell in ["", "E+1", "12.5E+3", "1.5e3", "jose1.2e+x", "123456789012", "1.E+5"] {
            assert!(!is_shortened_number(cell), "{cell}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_is_sent_breaks_it(text in "(name|given|sep=|[\"|;,\t\n\r a-c\u{200B}é]){0,60}") {
            let _ = read(&text, COLUMNS);
        }
    }

    #[test]
    fn no_cell_we_write_is_a_formula() {
        let table = written([["=1+1", "a,b", "plain"].as_slice(), ["@x", "\"q\"", ""].as_slice()]);
        assert_eq!(table, "\u{FEFF}'=1+1,\"a,b\",plain\r\n'@x,\"\"\"q\"\"\",\r\n");
    }
}
