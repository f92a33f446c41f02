//! A table's lines become people, or troubles. What is wrong with one cell leaves out that cell, not the person: a line is
//! skipped only where nobody would know who it is.

use std::collections::HashMap;

use super::columns::COLUMNS;
use super::{Described, Read, Trouble};
use crate::language::Languages;
use crate::person::{Role, credentials};
use crate::table::{self, Line, Unreadable, is_shortened_number};
use crate::words::{self, Problem, composed};

/// The people a table describes, line by line.
pub fn read(text: &str) -> Result<Vec<Read>, Unreadable> {
    let lines = table::read(text, COLUMNS)?;
    let mut read: Vec<Read> = lines.iter().map(read_line).collect();
    resolve(&lines, &mut read);
    Ok(read)
}

fn read_line(line: &Line) -> Read {
    let mut left_out = Vec::new();
    let person = person(line, &mut left_out);
    Read {
        line: line.number,
        name: composed(&full_name(line)).chars().take(80).collect(),
        role: role(line.get("role")).ok(),
        person,
        left_out,
    }
}

/// Whom other lines mean by an id or an e-mail: students are tied to families by their usernames.
fn resolve(lines: &[Line], read: &mut [Read]) {
    let mut usernames: HashMap<String, String> = HashMap::new();
    // Systems that write families beside their students rather than the other way round.
    let mut students_of: HashMap<String, Vec<String>> = HashMap::new();
    for (line, read) in lines.iter().zip(&*read) {
        let Ok(Described { role: Role::Student, username: Some(username), .. }) = &read.person else { continue };
        for column in ["id", "source_id", "email"] {
            if is_shortened_number(line.get(column)) {
                continue;
            }
            if let Ok(known) = credentials::username(line.get(column)) {
                usernames.entry(known).or_insert_with(|| username.clone());
            }
        }
        for family in students(line.get("students"), &mut Vec::new()) {
            students_of.entry(family).or_default().push(username.clone());
        }
    }
    for (line, read) in lines.iter().zip(read) {
        let Ok(person) = &mut read.person else { continue };
        if person.role != Role::Family {
            continue;
        }
        for student in &mut person.students {
            if let Some(username) = usernames.get(student) {
                student.clone_from(username);
            }
        }
        let ids = ["source_id", "id"].into_iter().filter_map(|column| credentials::username(line.get(column)).ok());
        for student in ids.filter_map(|id| students_of.get(&id)).flatten() {
            if !person.students.contains(student) {
                person.students.push(student.clone());
            }
        }
        if person.students.is_empty() {
            // What is wrong with the cell says more than that nobody is named there.
            let in_cell =
                |trouble: &Trouble| matches!(trouble, Trouble::ShortenedNumber(_) | Trouble::TooLong("students"));
            let why = read.left_out.iter().position(in_cell).map(|place| read.left_out.remove(place));
            read.person = Err(why.unwrap_or(Trouble::NoStudents));
        }
    }
}

fn person(line: &Line, left_out: &mut Vec<Trouble>) -> Result<Described, Trouble> {
    if line.too_wide {
        return Err(Trouble::TooWide);
    }
    let role = role(line.get("role"))?;
    if matches!(plain(line.get("status")).as_str(), "tobedeleted" | "inactive" | "withdrawn") {
        return Err(Trouble::MarkedGone);
    }
    let name = words::line(&full_name(line)).map_err(|problem| match problem {
        Problem::TooLong { .. } => Trouble::TooLong("name"),
        _ => Trouble::NoName,
    })?;
    let is_family = role == Role::Family;
    let username = username(line, role, left_out);
    if username.is_none() && !is_family {
        // What is wrong with it says more than that it is missing.
        return Err(left_out.drain(..).next().unwrap_or(Trouble::NoUsername));
    }
    let kinship = if is_family { short_line("kinship", line.get("kinship"), left_out) } else { None };
    Ok(Described {
        role,
        name,
        username,
        kinship: kinship.or_else(|| kinship_of_role(line.get("role")).filter(|_| is_family)),
        called: short_line("called", line.get("called"), left_out),
        advisories: if is_family { Vec::new() } else { advisories(line.get("advisory"), left_out) },
        languages: languages(line.get("languages"), left_out),
        students: if is_family { students(line.get("students"), left_out) } else { Vec::new() },
    })
}

/// The whole name; of two columns, in the order in which it is written.
fn full_name(line: &Line) -> String {
    let (name, given, family) = (line.get("name"), line.get("given_name"), line.get("family_name"));
    let is_east_asian = |word: &str| !word.is_empty() && word.chars().all(|c| ('\u{2E80}'..='\u{D7FF}').contains(&c));
    match () {
        () if !name.is_empty() => name.to_owned(),
        () if is_east_asian(given) && is_east_asian(family) => format!("{family}{given}"),
        () => format!("{given} {family}"),
    }
}

/// A word to be compared: without capitals and marks.
fn plain(cell: &str) -> String {
    words::plain_name(cell).replace(' ', "")
}

fn role(cell: &str) -> Result<Role, Trouble> {
    match words::plain_name(cell).as_str() {
        "" => Err(Trouble::NoRole),
        "student" | "pupil" | "learner" | "estudiante" | "alumno" | "alumna" | "طالب" | "طالبة" => {
            Ok(Role::Student)
        }
        "family" | "parent" | "guardian" | "mother" | "father" | "relative" | "mom" | "dad" | "grandmother"
        | "grandfather" | "familia" | "familiar" | "padre" | "madre" | "أسرة" | "عائلة" | "ولي أمر" => {
            Ok(Role::Family)
        }
        "advisor" | "adviser" | "teacher" | "docente" | "asesor" | "asesora" | "maestro" | "maestra" | "profesor"
        | "profesora" | "معلم" | "معلمة" | "مرشد" | "مرشدة" => Ok(Role::Advisor),
        "lead" | "school lead" | "principal" | "director" | "directora" | "direccion" | "administrator"
        | "administrador" | "administradora" | "مدير" | "مديرة" => Ok(Role::Lead),
        _ => Err(Trouble::UnknownRole(short(cell))),
    }
}

/// Who a family member is to the student, where only the column of roles says it: "mother", "madre".
fn kinship_of_role(cell: &str) -> Option<String> {
    let says_nothing =
        matches!(words::plain_name(cell).as_str(), "family" | "familia" | "familiar" | "أسرة" | "عائلة" | "relative");
    if says_nothing { None } else { words::line(&cell.to_lowercase()).ok() }
}

/// What somebody signs in with: their username, else their e-mail, else (not for families) their number at the school.
fn username(line: &Line, role: Role, left_out: &mut Vec<Trouble>) -> Option<String> {
    let columns = if role == Role::Family { &["username", "email"][..] } else { &["username", "email", "id"] };
    for column in columns {
        let cell = line.get(column);
        match credentials::username(cell) {
            Ok(_) if is_shortened_number(cell) => left_out.push(Trouble::ShortenedNumber(short(cell))),
            Ok(username) => return Some(username),
            Err(Problem::Missing) => {}
            Err(Problem::Spaces) => left_out.push(Trouble::UsernameWithSpaces(short(cell))),
            Err(_) => left_out.push(Trouble::TooLong(column)),
        }
    }
    None
}

/// Several things in one cell, with a bar, a semicolon or a line break between them.
fn several(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['|', ';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

fn advisories(cell: &str, left_out: &mut Vec<Trouble>) -> Vec<String> {
    let mut names = Vec::new();
    if cell.len() > LONGEST_CELL {
        left_out.push(Trouble::TooLong("advisory"));
        return names;
    }
    for part in several(cell) {
        if let Some(name) = short_line("advisory", part, left_out)
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

fn languages(cell: &str, left_out: &mut Vec<Trouble>) -> Option<Languages> {
    if cell.len() > LONGEST_CELL {
        left_out.push(Trouble::TooLong("languages"));
        return None;
    }
    let (mut languages, unknown) = Languages::found_in(cell);
    left_out.extend(unknown.into_iter().take(3).map(|what| Trouble::UnknownLanguage(short(&what))));
    if languages.0.len() > MOST_LANGUAGES {
        left_out.push(Trouble::TooLong("languages"));
        languages.0.truncate(MOST_LANGUAGES);
    }
    (!languages.0.is_empty()).then_some(languages)
}

/// The longest cell that is taken apart, in bytes: more names than anybody has advisories, languages or students.
const LONGEST_CELL: usize = 4_000;

/// The most languages one person speaks, in a table.
const MOST_LANGUAGES: usize = 10;

/// What can be no username is kept as it stands, to be named as a student that is not there.
fn students(cell: &str, left_out: &mut Vec<Trouble>) -> Vec<String> {
    let mut students = Vec::new();
    if cell.len() > LONGEST_CELL {
        left_out.push(Trouble::TooLong("students"));
        return students;
    }
    // Usernames hold no spaces, so that spaces and commas may stand between them too.
    for part in several(cell).flat_map(|part| part.split([',', ' '])) {
        match credentials::username(part) {
            Err(Problem::Missing) => {}
            Ok(_) if is_shortened_number(part) => left_out.push(Trouble::ShortenedNumber(short(part))),
            student => {
                let student = student.unwrap_or_else(|_| short(part));
                if !students.contains(&student) {
                    students.push(student);
                }
            }
        }
    }
    students
}

fn short_line(column: &'static str, cell: &str, left_out: &mut Vec<Trouble>) -> Option<String> {
    match words::optional_line(&composed(cell)) {
        Ok(line) => (!line.is_empty()).then_some(line),
        Err(_) => {
            left_out.push(Trouble::TooLong(column));
            None
        }
    }
}

/// What was typed, short enough to be shown in a sentence.
fn short(cell: &str) -> String {
    let mut short: String = cell.chars().take(40).collect();
    if short.len() < cell.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(line: &str) -> Result<Described, Trouble> {
        let text = format!("role,name,username,advisory,languages,students,kinship\n{line}\n");
        read(&text).unwrap().remove(0).person
    }

    #[test]
    fn a_line_describes_a_person_in_english_or_in_spanish() {
        let spanish = "Rol;Nombre;Usuario;Asesoría;Idiomas;Estudiantes;Parentesco\n\
            Estudiante;Marisol Peña;Marisol;9B;español;;\n\
            Familia;Rosa Peña;;;Español;marisol;abuelita";
        let people: Vec<Described> = read(spanish).unwrap().into_iter().map(|read| read.person.unwrap()).collect();
        assert_eq!(people[0].role, Role::Student);
        assert_eq!(people[0].username.as_deref(), Some("marisol"));
        assert_eq!(people[0].languages.as_ref().unwrap().tags(), "es");
        assert_eq!(people[1].students, ["marisol"]);
        assert_eq!(people[1].kinship.as_deref(), Some("abuelita"));
    }

    #[test]
    fn several_things_fit_into_one_cell() {
        let advisor = one("TEACHER,Ada Okafor,ada@x.org,9A | 9B,en; es,,").unwrap();
        assert_eq!(advisor.advisories, ["9A", "9B"]);
        assert_eq!(advisor.languages.unwrap().tags(), "en es");
        let family = one("parent,Rosa,,,,\"Marisol, Luz tomas\",tía").unwrap();
        assert_eq!(family.students, ["marisol", "luz", "tomas"]);
    }

    #[test]
    fn what_nobody_sees_makes_no_other_person() {
        for cell in ["zed@x.org\u{200B}", "\u{202A}zed@x.org\u{202C}", "zed@x.org\u{A0}", "\u{FEFF}zed@x.org"] {
            let one = one(&format!("student,Zed,{cell},,,,")).unwrap();
            assert_eq!(one.username.as_deref(), Some("zed@x.org"), "{cell:?}");
        }
        let apart = one("family,Jose\u{301} Nu\u{301}n\u{303}ez,,,,jose\u{301},ti\u{301}o").unwrap();
        assert_eq!(apart, one("family,José Núñez,,,,josé,tío").unwrap());
    }

    #[test]
    fn a_line_that_cannot_be_used_says_why() {
        assert_eq!(one(",A,a,,,,"), Err(Trouble::NoRole));
        assert_eq!(one("janitor,A,a,,,,"), Err(Trouble::UnknownRole("janitor".into())));
        assert_eq!(one("student,\u{200B},a,,,,"), Err(Trouble::NoName));
        assert_eq!(one("student,A,,,,,"), Err(Trouble::NoUsername));
        assert_eq!(one("student,A,a b,,,,"), Err(Trouble::UsernameWithSpaces("a b".into())));
        assert_eq!(one("family,A,,,,,aunt"), Err(Trouble::NoStudents));
        assert_eq!(one("student,A,a,,,,,x"), Err(Trouble::TooWide));
        assert_eq!(one("student,A,1.23457E+11,,,,"), Err(Trouble::ShortenedNumber("1.23457E+11".into())));
        assert_eq!(one("family,A,,,,4.71E+11,aunt"), Err(Trouble::ShortenedNumber("4.71E+11".into())));
        assert_eq!(one(&format!("student,{},a,,,,", "A".repeat(201))), Err(Trouble::TooLong("name")));
    }

    fn all(text: &str) -> Vec<Described> {
        read(text).unwrap().into_iter().map(|read| read.person.unwrap()).collect()
    }

    #[test]
    fn what_is_wrong_with_a_cell_leaves_out_the_cell_and_says_so() {
        let table = format!(
            "role,name,username,email,languages,kinship,advisory,students\n\
             student,Ana,ana ruiz,ana@x.org,Klingon! and Spanish,,{},\n\
             family,Rosa,rosa peña,,Martian tongue,tía,,ana@x.org\n",
            "9".repeat(300)
        );
        let read = read(&table).unwrap();
        let ana = read[0].person.as_ref().unwrap();
        assert_eq!((ana.username.as_deref(), ana.languages.as_ref().unwrap().tags()), (Some("ana@x.org"), "es".into()));
        assert_eq!(
            read[0].left_out,
            [
                Trouble::UsernameWithSpaces("ana ruiz".into()),
                Trouble::TooLong("advisory"),
                Trouble::UnknownLanguage("Klingon!".into()),
            ]
        );
        assert_eq!(read[1].person.as_ref().unwrap().students, ["ana@x.org"]);
        assert_eq!(read[1].left_out.len(), 2);
    }

    #[test]
    fn the_columns_of_other_systems_are_known() {
        let roster =
            all("sourcedId,status,enabledUser,role,username,givenName,familyName,identifier,email,agentSourcedIds,\
             preferredGivenName\n\
             s1,active,false,student,ana,Ana María,Ruiz Peña,4711,ana@x.org,p1,Anita\n\
             p1,active,true,guardian,,Rosa,Peña,,,,\n");
        assert_eq!((roster[0].name.as_str(), roster[0].called.as_deref()), ("Ana María Ruiz Peña", Some("Anita")));
        assert_eq!(roster[1].students, ["ana"]);
        assert_eq!(roster[1].kinship.as_deref(), Some("guardian"));
        let list =
            all("Role,Student ID,Last Name,First Name,Home Language\nStudent,4711,Ruiz,Ana,Spanish\n学,1,王,小明,\n"
                .replace('学', "student")
                .as_str());
        assert_eq!((list[0].name.as_str(), list[0].username.as_deref()), ("Ana Ruiz", Some("4711")));
        assert_eq!(list[1].name, "王小明");
        let family = all("role,name,id,email,students,kinship\nstudent,Ana,s-1,ana@x.org,,\nmother,Rosa,,,S-1,\n");
        assert_eq!(
            (family[1].students.as_slice(), family[1].kinship.as_deref()),
            (&["ana@x.org".into()][..], Some("mother"))
        );
        let gone = read("sourcedId,status,role,givenName,familyName,username\n1,tobedeleted,student,A,B,ab\n").unwrap();
        assert_eq!(gone[0].person, Err(Trouble::MarkedGone));
        assert_eq!(all("role,name,username\nstudent,\"Ruiz Peña, Ana María\",ana\n")[0].name, "Ruiz Peña, Ana María");
    }
}
