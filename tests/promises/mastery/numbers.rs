//! Never a number: what the program says in the demo school holds no grade, percentage, score or rank.

use std::collections::BTreeSet;

use kinfolio::person::Person;
use kinfolio::store::all;

use crate::world::World;

/// What the program itself says on a page: what people wrote, and what is not read, is left out.
fn said_by_the_program(html: &str) -> String {
    let mut said = String::new();
    // The names of the elements that are open inside something that is left out.
    let mut left_out: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if left_out.is_empty() {
            said.push_str(&rest[..at]);
            said.push(' ');
        }
        let Some(end) = rest[at..].find('>') else { break };
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default().to_lowercase();
        let is_void = ["img", "input", "br", "hr", "meta", "link", "source", "wbr"].contains(&name.as_str());
        if tag.starts_with('!') || is_void || tag.ends_with('/') {
            continue;
        }
        if tag.starts_with('/') {
            if !left_out.is_empty() {
                left_out.pop();
            }
            continue;
        }
        let is_somebodys = ["bdi", "textarea", "style", "script", "title", "option", "blockquote"]
            .contains(&name.as_str())
            || tag.contains("dir=\"auto\"")
            || ["said", "prose", "map__said"].iter().any(|class| has_class(tag, class));
        if !left_out.is_empty() || is_somebodys {
            left_out.push(name);
        }
    }
    said
}

fn has_class(tag: &str, class: &str) -> bool {
    let classes = tag.split_once("class=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default();
    classes.split(' ').any(|known| known == class)
}

/// What looks like a grade in these words, if anything does.
fn a_grade_in(said: &str) -> Option<String> {
    let letters: Vec<char> = said.chars().collect();
    for (at, c) in letters.iter().enumerate() {
        let around = || letters[at.saturating_sub(30)..(at + 30).min(letters.len())].iter().collect::<String>();
        let before = letters[..at].iter().rev().find(|c| !c.is_whitespace());
        let after = letters.get(at + 1..).unwrap_or_default().iter().find(|c| !c.is_whitespace());
        let is_number = |c: Option<&char>| c.is_some_and(|c| c.is_numeric());
        if matches!(c, '%' | '٪') && (is_number(before) || is_number(after)) {
            return Some(around());
        }
        // "3/5"
        if *c == '/' && is_number(before) && is_number(after) {
            return Some(around());
        }
    }
    let words: Vec<String> =
        said.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let never = [
        "gpa",
        "rank",
        "ranking",
        "ranked",
        "score",
        "scores",
        "percent",
        "percentage",
        "average",
        "grades",
        "leaderboard",
        "puntaje",
        "calificación",
        "calificaciones",
        "porcentaje",
        "promedio",
        "علامات",
        "معدل",
    ];
    // "My because points to something I saw" is fine; "17 points" is not.
    let with_a_number = ["points", "puntos", "نقاط", "stars"];
    let counted = words
        .windows(2)
        .find(|pair| pair[0].chars().all(char::is_numeric) && with_a_number.contains(&pair[1].as_str()));
    let never = words.iter().find(|word| never.contains(&word.as_str()));
    never.or(counted.map(|pair| &pair[1])).cloned()
}

#[test]
fn a_grade_is_noticed_and_other_numbers_are_not() {
    for grade in ["Fractions: 80%", "80 %", "٪٨٠", "You have 3/5", "3 / 5", "Rank: first", "GPA", "17 points"] {
        assert!(a_grade_in(grade).is_some(), "{grade}");
    }
    for fine in ["December 3, 2026, 5:40 PM", "25 minutes", "Version 2", "up to 25 MB", "and/or", "7KQ2 MNB4", "1:05"] {
        assert_eq!(a_grade_in(fine), None, "{fine}");
    }
    let page = "<p>Not yet <bdi>80%</bdi><br>and <span class=\"said x\">3/5 <b>4/5</b></span> on</p><img alt=\"9%\">";
    assert_eq!(a_grade_in(&said_by_the_program(page)), None);
    assert!(a_grade_in(&said_by_the_program("<p dir=\"auto\">x</p><td>80%</td>")).is_some());
}

/// The addresses a page leads to, without what comes after the question mark.
fn ways(html: &str) -> BTreeSet<String> {
    let ways = html.split("href=\"/").skip(1).filter_map(|part| part.split('"').next());
    let ways = ways.map(|way| format!("/{}", way.split(['?', '#']).next().unwrap_or_default()));
    let is_a_page = |way: &String| {
        !["/picture/", "/photo/", "/sound/", "/calendar/", "/site/", "/assets/"]
            .iter()
            .any(|file| way.starts_with(file))
            && !way.rsplit('/').next().unwrap_or_default().contains('.')
    };
    ways.filter(is_a_page).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_of_the_demo_school_holds_a_grade_a_percentage_or_a_rank() {
    let world = World::empty().await;
    kinfolio_server::demo::found(&world.services).await.expect("the demo school");
    let people: Vec<Person> = {
        let mut conn = world.services.db.read().await.expect("a connection");
        all!(&mut conn, "SELECT id, school_id, role, name, called, username, languages FROM person ORDER BY role, name")
            .expect("people")
    };
    let mut read = 0;
    for person in &people {
        let mut visitor = world.as_(person).await;
        let (mut known, mut to_read) = (BTreeSet::new(), vec!["/".to_owned()]);
        while let Some(path) = to_read.pop() {
            let page = visitor.get(&path).await;
            let is_words = page.header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
            if !page.status.is_success() || !is_words {
                continue;
            }
            let said = said_by_the_program(page.text.split_once("<body").map_or("", |(_, body)| body));
            let grade = a_grade_in(&said);
            assert_eq!(grade, None, "{} reads it on {path}", person.name);
            read += 1;
            to_read.extend(ways(&page.text).into_iter().filter(|way| known.insert(way.clone())));
        }
    }
    assert!(read > 300, "{read} pages");
}
