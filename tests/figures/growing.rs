//! What pages cost as a school grows: how often they ask the database, and how long they take.

use std::collections::BTreeMap;
use std::ops::Range;
use std::time::Instant;

use kinfolio::id::{ContributionId, WorkId};
use kinfolio_testkit::free_port;
use kinfolio_testkit::outside::{How, Or, Program, addresses, hidden};

use super::{Figure, Goal, Measured, school};

/// Students of one advisor, as the school grows around them.
const IN_AN_ADVISORY: usize = 20;
/// How many addresses of one kind are read.
const OF_A_KIND: usize = 2;
/// How often a page is read to know how long it takes: the quickest counts, whatever else the machine does.
const TIMES: usize = 9;

/// A school that grows, with the figures it shows of itself.
pub(super) struct Growing {
    pub(super) program: Program,
    figures: String,
}

impl Growing {
    pub(super) fn open() -> Or<Self> {
        let socket = format!("127.0.0.1:{}", free_port());
        let words = ["demo", "--metrics", &socket].map(str::to_owned).to_vec();
        let program = Program::open(&school::binary(), How { words, ..How::default() })?;
        Ok(Self { program, figures: format!("http://{socket}/metrics") })
    }

    /// How many statements all answers took so far.
    fn statements(&self) -> Or<f64> {
        let text = self.program.agent().get(&self.figures).call()?.body_mut().read_to_string()?;
        let lines = text.lines().filter(|line| line.starts_with("kinfolio_database_statements_total{"));
        lines.map(|line| Ok(line.rsplit(' ').next().unwrap_or_default().parse::<f64>()?)).sum()
    }

    /// Lets students with these numbers come in, so many to an advisory, each with a family; and work of theirs.
    pub(super) fn grow(&self, students: Range<usize>, in_an_advisory: usize) -> Or<()> {
        let mut table = String::from("role,name,username,advisory,languages,students,kinship\n");
        for number in students.clone() {
            let group = number / in_an_advisory;
            if number % in_an_advisory == 0 {
                table.push_str(&format!("advisor,Guide {group:04},guide{group},Group {group:04},en,,\n"));
            }
            table.push_str(&format!("student,Pupil {number:05},pupil{number},Group {group:04},en,,\n"));
            table.push_str(&format!("family,Parent {number:05},,,es,pupil{number},mom\n"));
        }
        let lead = self.program.sign_in("Yvonne Marchetti")?;
        let come = self.program.post_file("/people/import", &lead, &[("text", &table), ("apply", "yes")], None)?;
        if come.status != 303 {
            return Err(format!("the import answers {}", come.status).into());
        }
        let people = self.people()?;
        for number in students {
            let name = format!("Pupil {number:05}");
            let id = people.get(&name).ok_or_else(|| format!("{name} did not come"))?;
            self.bring_something(id)?;
        }
        Ok(())
    }

    /// Everybody's id by name, as the demo school's door lists them.
    pub(super) fn people(&self) -> Or<BTreeMap<String, String>> {
        let page = self.program.get_text("/sign-in", "")?;
        let buttons = page.split("name=\"person\" value=\"").skip(1).filter_map(|button| {
            let (id, rest) = button.split_once('"')?;
            let name = rest.split_once("<strong dir=\"auto\">")?.1.split('<').next()?;
            Some((name.to_owned(), id.to_owned()))
        });
        Ok(buttons.collect())
    }

    pub(super) fn sign_in(&self, person: &str) -> Or<String> {
        Ok(self.program.post("/demo/sign-in", "", &[("person", person)])?.cookie)
    }

    /// A student adds a work, begins a definition and plans a conference.
    fn bring_something(&self, student: &str) -> Or<()> {
        let cookie = self.sign_in(student)?;
        let post = |path: &str, fields: &[(&str, &str)]| match self.program.post(path, &cookie, fields)? {
            done if done.status == 303 => Ok(done.to.unwrap_or_default()),
            refused => Err::<String, Box<dyn std::error::Error + Send + Sync>>(
                format!("{path} answers {}", refused.status).into(),
            ),
        };
        let work = WorkId::new().to_string();
        let words = [
            ("id", work.as_str()),
            ("title", "What the river carries"),
            ("text", "At first I only counted the boats."),
            ("form", "story"),
            ("language", "en"),
            ("audience", "conference"),
            ("keep", "yes"),
        ];
        post("/work/new", &words)?;
        let definition = format!("/student/{student}/definition");
        post(&definition, &[])?;
        let page = self.program.get_text(&definition, &cookie)?;
        let id = addresses(&page, "/definition/").into_iter().next().ok_or("no definition")?;
        let id = id.split(['/', '?']).next().unwrap_or_default();
        let contribution = ContributionId::new().to_string();
        let words = [
            ("id", contribution.as_str()),
            ("section", "values"),
            ("question", "other"),
            ("text", "We eat together."),
            ("language", "en"),
        ];
        post(&format!("/definition/{id}/contribute"), &words)?;
        let conference = format!("/student/{student}/conference");
        let form = self.program.get_text(&conference, &cookie)?;
        let id = hidden(&form, "id").ok_or("a conference has no id")?;
        let facts = [
            ("id", id.as_str()),
            ("day", "2031-05-03"),
            ("time", "17:40"),
            ("minutes", "25"),
            ("place", "Room 204"),
            ("form", "circle"),
            ("language", "en"),
        ];
        post(&conference, &facts)?;
        post(&format!("/conference/{id}/guide"), &[])?;
        Ok(())
    }

    /// Addresses of every kind that the first student, their family, their advisor and the lead are led to.
    fn ways(&self) -> Or<Vec<Way>> {
        let people = self.people()?;
        let mut ways = Vec::new();
        for name in ["Pupil 00000", "Parent 00000", "Guide 0000", "Yvonne Marchetti"] {
            let cookie = self.sign_in(people.get(name).ok_or_else(|| format!("there is no {name}"))?)?;
            let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
            let mut to_read = vec!["/".to_owned()];
            while let Some(path) = to_read.pop() {
                let answer = self.program.get(&path, &cookie)?;
                let found = answer.to.into_iter().chain(addresses(&answer.text, "href=\""));
                for found in found.filter(|way| way.starts_with('/') && !is_a_file(way)) {
                    let found = found.split(['?', '#']).next().unwrap_or_default().to_owned();
                    let many = kinds.entry(kind(&found)).or_default();
                    if found != "/" && *many < OF_A_KIND {
                        *many += 1;
                        to_read.push(found);
                    }
                }
                if answer.status == 200 {
                    ways.push(Way { who: name, path, cookie: cookie.clone() });
                }
            }
        }
        Ok(ways)
    }

    /// Reads a page, and gives what it asked the database; as little as it was, of three times.
    fn asked(&self, way: &Way) -> Or<u64> {
        let mut least = f64::INFINITY;
        for _ in 0..3 {
            let before = self.statements()?;
            self.program.get(&way.path, &way.cookie)?;
            least = least.min(self.statements()? - before);
        }
        Ok(least as u64)
    }

    /// How long a page takes, in milliseconds.
    fn took(&self, way: &Way) -> Or<f64> {
        let mut quickest = f64::INFINITY;
        for _ in 0..TIMES {
            let began = Instant::now();
            self.program.get(&way.path, &way.cookie)?;
            quickest = quickest.min(began.elapsed().as_secs_f64() * 1000.0);
        }
        Ok(quickest)
    }

    /// The most of each kind of page.
    fn most<T: PartialOrd + Copy>(&self, measure: impl Fn(&Self, &Way) -> Or<T>) -> Or<BTreeMap<String, T>> {
        let mut most = BTreeMap::new();
        for way in self.ways()? {
            let measured = measure(self, &way)?;
            let known = most.entry(format!("{} {}", way.who, kind(&way.path))).or_insert(measured);
            if measured > *known {
                *known = measured;
            }
        }
        Ok(most)
    }
}

/// A page as somebody reads it.
struct Way {
    who: &'static str,
    path: String,
    cookie: String,
}

/// An address without its ids.
fn kind(path: &str) -> String {
    let place = |part: &str| if part.len() == 36 && part.matches('-').count() == 4 { "{}" } else { part }.to_owned();
    path.split('/').map(place).collect::<Vec<_>>().join("/")
}

fn is_a_file(way: &str) -> bool {
    ["/assets/", "/picture/", "/sound/", "/photo/", "/file/", "/site/", "/calendar/"]
        .iter()
        .any(|file| way.starts_with(file))
        || way.rsplit('/').next().unwrap_or_default().contains('.')
        || way.ends_with("/template")
}

/// What pages ask the database for twenty students and for forty.
pub fn statements_per_page() -> Measured {
    let school = Growing::open()?;
    school.grow(0..20, 40)?;
    let few = school.most(Growing::asked)?;
    school.grow(20..40, 40)?;
    let many = school.most(Growing::asked)?;
    let mut grown = 0;
    for (page, many) in &many {
        let few = few.get(page).copied().unwrap_or(*many);
        if *many > few {
            eprintln!("  {page}: {few} statements for 20 students, {many} for 40");
        }
        grown = grown.max(many.saturating_sub(few));
    }
    let board = many.get("Guide 0000 /").copied().ok_or("there is no board")?;
    Ok(vec![
        Figure { name: "statements_per_page", value: grown as f64, unit: "more", goal: Goal::AtMost(0.0) },
        Figure { name: "board_statements", value: board as f64, unit: "statements", goal: Goal::AtMost(15.0) },
    ])
}

/// How many times as long the page takes that a hundred times as many students slow down most; and the page of all people,
/// ten times as many.
pub fn page_growth() -> Measured {
    let school = Growing::open()?;
    school.grow(0..20, IN_AN_ADVISORY)?;
    let small = school.most(Growing::took)?;
    let people = |school: &Growing| {
        let cookie = school.program.sign_in("Yvonne Marchetti")?;
        school.took(&Way { who: "lead", path: "/people".into(), cookie })
    };
    school.grow(20..200, IN_AN_ADVISORY)?;
    let people_200 = people(&school)?;
    school.grow(200..2000, IN_AN_ADVISORY)?;
    let people_2000 = people(&school)?;
    let big = school.most(Growing::took)?;
    let mut ratios: Vec<(f64, &String)> =
        big.iter().filter_map(|(page, big)| Some((big / small.get(page)?, page))).collect();
    ratios.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (ratio, page) in ratios.iter().take(5) {
        eprintln!("  {page}: {ratio:.2} times as long, {:.1} ms", big[*page]);
    }
    eprintln!("  the people page: {people_200:.1} ms of 200 students, {people_2000:.1} ms of 2000");
    let slowest = ratios.first().ok_or("no page was read")?.0;
    Ok(vec![
        Figure { name: "page_growth_20_to_2000", value: slowest, unit: "ratio", goal: Goal::AtMost(2.0) },
        Figure {
            name: "people_page_ms_2000",
            value: people_2000 / people_200,
            unit: "ratio to 200",
            goal: Goal::AtMost(1.5),
        },
    ])
}
