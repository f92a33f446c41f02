//! A table's lines become people, or troubles.

use super::{Described, Read, Trouble};
use crate::language::Languages;
use crate::person::{Role, credentials};
use crate::table::{self, Column, Line, Unreadable};
use crate::words::{self, Problem};

/// The columns of a table of people, by the names of the template and those that schools use.
pub const COLUMNS: &[Column] = &[
    Column { name: "role", also: &["rol", "papel", "función", "funcion", "type", "tipo", "الدور"], needed: true },
    Column {
        name: "name", also: &["full name", "nombre", "nombre completo", "الاسم", "الاسم الكامل"], needed: true
    },
    Column {
        name: "username",
        also: &[
            "user name",
            "user",
            "login",
            "email",
            "e mail",
            "email address",
            "username or email",
            "username or e mail",
            "usuario",
            "nombre de usuario",
            "usuario o correo",
            "correo",
            "correo electrónico",
            "correo electronico",
            "اسم المستخدم",
            "البريد",
            "البريد الإلكتروني",
        ],
        needed: true,
    },
    Column {
        name: "advisory",
        also: &["advisories", "homeroom", "asesoría", "asesoria", "consejería", "tutoría", "grupo", "المجموعة"],
        needed: false,
    },
    Column {
        name: "languages",
        also: &[
            "language",
            "home language",
            "home languages",
            "idioma",
            "idiomas",
            "lengua",
            "lenguas",
            "اللغة",
            "اللغات",
        ],
        needed: false,
    },
    Column {
        name: "students",
        also: &["student", "child", "children", "estudiante", "estudiantes", "alumno", "alumnos", "الطالب", "الطلاب"],
        needed: false,
    },
    Column {
        name: "kinship",
        also: &["relationship", "relation", "parentesco", "relación", "relacion", "القرابة", "صلة القرابة"],
        needed: false,
    },
];

/// The people a table describes, line by line.
pub fn read(text: &str) -> Result<Vec<Read>, Unreadable> {
    let lines = table::read(text, COLUMNS)?;
    let read = |line: &Line| Read {
        line: line.number,
        name: credentials::composed(line.get("name")).chars().take(80).collect(),
        role: role(line.get("role")).ok(),
        person: person(line),
    };
    Ok(lines.iter().map(read).collect())
}

fn person(line: &Line) -> Result<Described, Trouble> {
    if line.too_wide {
        return Err(Trouble::TooWide);
    }
    let role = role(line.get("role"))?;
    let name = words::line(&credentials::composed(line.get("name"))).map_err(|problem| match problem {
        Problem::TooLong { .. } => Trouble::TooLong("name"),
        _ => Trouble::NoName,
    })?;
    let described = Described {
        role,
        name,
        username: username(line.get("username"))?,
        advisories: if role == Role::Family { Vec::new() } else { advisories(line.get("advisory"))? },
        languages: languages(line.get("languages"))?,
        students: if role == Role::Family { students(line.get("students"))? } else { Vec::new() },
        kinship: if role == Role::Family { kinship(line.get("kinship"))? } else { None },
    };
    match described.role {
        Role::Family if described.students.is_empty() => Err(Trouble::NoStudents),
        Role::Family => Ok(described),
        _ if described.username.is_none() => Err(Trouble::NoUsername),
        _ => Ok(described),
    }
}

fn role(cell: &str) -> Result<Role, Trouble> {
    match cell.to_lowercase().as_str() {
        "" => Err(Trouble::NoRole),
        "student" | "pupil" | "learner" | "estudiante" | "alumno" | "alumna" | "طالب" | "طالبة" => {
            Ok(Role::Student)
        }
        "family" | "parent" | "guardian" | "mother" | "father" | "familia" | "familiar" | "padre" | "madre"
        | "أسرة" | "عائلة" | "ولي أمر" => Ok(Role::Family),
        "advisor" | "adviser" | "teacher" | "docente" | "asesor" | "asesora" | "maestro" | "maestra" | "profesor"
        | "profesora" | "معلم" | "معلمة" | "مرشد" | "مرشدة" => Ok(Role::Advisor),
        "lead" | "school lead" | "principal" | "director" | "directora" | "dirección" | "direccion" | "مدير"
        | "مديرة" => Ok(Role::Lead),
        _ => Err(Trouble::UnknownRole(short(cell))),
    }
}

fn username(cell: &str) -> Result<Option<String>, Trouble> {
    match credentials::username(cell) {
        Ok(username) => Ok(Some(username)),
        Err(Problem::Missing) => Ok(None),
        Err(Problem::Spaces) => Err(Trouble::UsernameWithSpaces(short(cell))),
        Err(_) => Err(Trouble::TooLong("username")),
    }
}

/// Several things in one cell, with a bar, a semicolon or a line break between them.
fn several(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['|', ';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

fn advisories(cell: &str) -> Result<Vec<String>, Trouble> {
    let mut names = Vec::new();
    for part in several(cell) {
        let name = words::optional_line(&credentials::composed(part)).map_err(|_| Trouble::TooLong("advisory"))?;
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    Ok(names)
}

fn languages(cell: &str) -> Result<Option<Languages>, Trouble> {
    let languages = Languages::written(cell).map_err(|what| Trouble::UnknownLanguage(short(&what)))?;
    match languages.0.len() {
        0 => Ok(None),
        1..=10 => Ok(Some(languages)),
        _ => Err(Trouble::TooLong("languages")),
    }
}

fn students(cell: &str) -> Result<Vec<String>, Trouble> {
    let mut students = Vec::new();
    // Usernames hold no spaces, so that spaces and commas may stand between them too.
    for part in several(cell).flat_map(|part| part.split([',', ' '])) {
        if let Some(student) = username(part)?
            && !students.contains(&student)
        {
            students.push(student);
        }
    }
    Ok(students)
}

fn kinship(cell: &str) -> Result<Option<String>, Trouble> {
    let words = words::optional_line(&credentials::composed(cell)).map_err(|_| Trouble::TooLong("kinship"))?;
    Ok((!words.is_empty()).then_some(words))
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
        assert_eq!(one("student,A,a,,Klingon!,,"), Err(Trouble::UnknownLanguage("Klingon!".into())));
        assert_eq!(one("family,A,,,,,aunt"), Err(Trouble::NoStudents));
        assert_eq!(one("student,A,a,,,,,x"), Err(Trouble::TooWide));
        assert_eq!(one(&format!("student,{},a,,,,", "A".repeat(201))), Err(Trouble::TooLong("name")));
    }
}
