//! A school that grows: a page asks the database as often for many as for a few, and what it asks for many at once is what
//! it would be told about each.

use std::collections::{BTreeMap, BTreeSet};

use kinfolio::at::At;
use kinfolio::conference::ready::{Progress, SchoolList};
use kinfolio::conference::{Conference, ConferenceForm, Facts, NewMoment, moment::MomentWords, moment::Purpose};
use kinfolio::definition::{
    Answered, Asked, Contribution, Definition, NewContribution, Saying, Section, Statement, StatementWriting,
};
use kinfolio::id::*;
use kinfolio::language::{Language, Languages};
use kinfolio::media::{KeptFile, KeptPages, KeptPicture};
use kinfolio::person::deed::Deed;
use kinfolio::person::listing::{Group, Listing, Numbers, ON_A_PAGE, Wanted};
use kinfolio::person::roster::{Member, Roster};
use kinfolio::person::{Person, Role, Student, Viewer};
use kinfolio::policy::{Action, Audience};
use kinfolio::portfolio::{Arrangement, NewShelf};
use kinfolio::store::{Conn, Tx, all, counted};
use kinfolio::target::standing::Stand;
use kinfolio::target::{Target, Wording};
use kinfolio::time::{Booked, Choosing, ChosenTime, Offered, Time, Way, Ways};
use kinfolio::work::{Check, FileKind, Work, WorkForm, Writing};

use crate::promise;
use crate::world::World;

fn viewer_of(person: &Person) -> Viewer {
    Viewer {
        person_id: person.id.clone(),
        school_id: person.school_id.clone(),
        role: person.role,
        name: person.name.clone(),
        called: None,
        languages: person.languages.clone(),
        grant_id: None,
        cues_of: None,
        school_name: String::new(),
        time_zone: "America/New_York".into(),
        school_languages: Languages::default(),
        school_words_version: 0,
        writes_in: Default::default(),
        device_key: None,
        session: Default::default(),
    }
}

async fn add(tx: &mut Tx, school: &SchoolId, role: Role, name: &str, now: At) -> Person {
    let person = Person {
        id: PersonId::new(),
        school_id: school.clone(),
        role,
        name: name.into(),
        called: None,
        username: Some(name.to_lowercase().replace(' ', ".")),
        languages: Languages::written("en").expect("a language"),
    };
    Deed::Add(person.clone()).carry_out(tx, school, now).await.expect("a person");
    person
}

/// A picture, or a page, as it is kept.
fn a_picture(name: &str) -> KeptPicture {
    KeptPicture { width: 400, height: 300, hashes: ["s", "m", "l"].map(|width| format!("{name}-{width}")) }
}

/// A kept work with a picture and a document, asked to be checked where it shows a target.
async fn a_work(tx: &mut Tx, student: &Viewer, title: &str, targets: Vec<TargetId>, now: At) -> WorkId {
    let id = WorkId::new();
    let asks = !targets.is_empty();
    let writing = Writing {
        title: title.into(),
        form: WorkForm::Story,
        audience: Audience::Conference,
        targets,
        text: Some(format!("What {title} is about.")),
        ..Writing::blank(Language::english())
    };
    assert!(Work::save(tx, student, &id, &writing, None, true, now).await.expect("a work").is_kept());
    let (work, _) = Work::find(tx, student, &id).await.expect("a work").expect("it is there");
    let latest = work.latest(tx).await.expect("a revision").expect("it is there");
    work.add_picture(tx, &latest.id, &a_picture(title), now).await.expect("a picture");
    let document = KeptFile {
        kind: FileKind::Document,
        content_type: "application/pdf",
        size: 7,
        hash: format!("{title}-d"),
        unplayed: None,
        pages: KeptPages { drawn: [1, 2].map(|page| (a_picture(&format!("{title}-{page}")), false)).into(), all: 2 },
    };
    work.add_file(tx, &latest.id, "notes.pdf", &document, now).await.expect("a document");
    if asks {
        work.ask_for_check(tx, None, now).await.expect("asked").expect("it can be asked");
    }
    id
}

/// Lets a student of the advisory come into the school, with everything that a board tells about one.
async fn one_more(world: &World, number: usize) {
    let (school, now) = (&world.school, world.services.clock.now());
    let mut tx = world.services.db.write().await.expect("a transaction");
    let advisor = &world.people.advisor;
    let advisories: Vec<(AdvisoryId,)> =
        all!(&mut tx, "SELECT advisory_id FROM advisory_member WHERE person_id = $1", &advisor.id)
            .expect("an advisory");
    let person = add(&mut tx, school, Role::Student, &format!("Pupil {number}"), now).await;
    let family = add(&mut tx, school, Role::Family, &format!("Parent {number}"), now).await;
    Deed::Join(person.id.clone(), advisories[0].0.clone()).carry_out(&mut tx, school, now).await.expect("a member");
    let tie = Deed::Tie { student: person.id.clone(), person: family.id.clone(), words: "mom".into() };
    tie.carry_out(&mut tx, school, now).await.expect("kin");
    let own = viewer_of(&person);
    let student = Student::seen_by(&mut tx, &own, &person.id).await.expect("a student").expect("it is there");

    Definition::start(&mut tx, school, &person.id, "2026–2027", now).await.expect("a definition");
    let definition = Definition::current_of(&mut tx, school, &person.id).await.expect("a definition").expect("one");
    for author in [&person, &family, advisor] {
        let new = NewContribution {
            id: ContributionId::new(),
            section: Section::Values,
            author_id: author.id.clone(),
            written_by: author.id.clone(),
            asked: Asked::Nothing,
            said: Saying::typed("We share it warm.", Language::english()),
        };
        Contribution::add(&mut tx, &definition, &new, now).await.expect("a contribution");
    }
    let words = StatementWriting {
        text: "نتقاسمه دافئًا.".into(),
        language: Language::tagged("ar").expect("a language"),
        cites: Vec::new(),
        cited_before: Vec::new(),
        written_by: person.id.clone(),
    };
    let stated = Statement::add(&mut tx, &definition, Section::Values, &StatementId::new(), &words, now).await;
    assert!(stated.expect("a statement").is_kept());
    let facts = Facts {
        form: ConferenceForm::Circle,
        starts_at: now.plus_days(9),
        place: "Room 204".into(),
        language: Language::english(),
        minutes: 25,
        interpreter: false,
    };
    let id = ConferenceId::new();
    assert!(student.plan_conference(&mut tx, &id, &facts, now).await.expect("a conference").is_kept());
    let conference = Conference::find(&mut tx, school, &id).await.expect("a conference").expect("it is there");
    for purpose in [Purpose::Welcome, Purpose::Family, Purpose::Work] {
        let words = MomentWords::new("A moment", purpose, 3, Language::english());
        assert!(
            conference
                .add_moment(&mut tx, &MomentId::new(), &NewMoment::from(words))
                .await
                .expect("a moment")
                .is_kept()
        );
    }
    let targets = Target::all(&mut tx, school).await.expect("targets");
    a_work(&mut tx, &own, &format!("Work of {number}"), vec![targets[0].id.clone()], now).await;
    if number.is_multiple_of(2) {
        let starts_at = now.plus_days(5).plus_millis(number as i64 * 3_600_000);
        let time = Time {
            id: TimeId::new(),
            advisor_id: advisor.id.clone(),
            advisor: advisor.name.clone(),
            starts_at,
            ends_at: starts_at.plus_millis(1_500_000),
            place: "Room 204".into(),
            host: String::new(),
            ways: Ways(vec![Way::InPerson]),
            interpreter: String::new(),
        };
        let offered = Time::offer(&mut tx, &viewer_of(advisor), std::slice::from_ref(&time), now).await;
        assert_eq!(offered.expect("a time"), Offered::Yes);
        let choosing = Choosing {
            time: time.id,
            person: family.id.clone(),
            way: Way::InPerson,
            needs: String::new(),
            note: String::new(),
            made_from: String::new(),
        };
        assert_eq!(student.choose(&mut tx, &choosing, &family.id, now).await.expect("chosen"), Booked::Yes);
    }
    tx.commit().await.expect("kept");
}

/// The pages that show many, with how often each asks the database.
async fn statements(world: &World) -> BTreeMap<&'static str, u64> {
    let (advisor, own, lead) = (&world.people.advisor, &world.people.student, &world.people.lead);
    let mut asked = BTreeMap::new();
    for (name, person, path) in [
        ("board", advisor, "/".to_owned()),
        ("grid", advisor, "/advisory/targets".to_owned()),
        ("times", advisor, "/times".to_owned()),
        ("paper", own, format!("/student/{}/portfolio/print", own.id)),
        ("home", own, "/".to_owned()),
        ("lead's home", lead, "/".to_owned()),
        ("people", lead, "/people".to_owned()),
        ("found", lead, "/people?find=pupil".to_owned()),
        ("codes", lead, "/people/codes".to_owned()),
    ] {
        let mut visitor = world.as_(person).await;
        let (page, statements) = counted(visitor.get(&path)).await;
        page.ok();
        asked.insert(name, statements);
    }
    asked
}

async fn shelve_works(world: &World, numbers: std::ops::Range<usize>) {
    let now = world.services.clock.now();
    let student = &world.people.student;
    let mut tx = world.services.db.write().await.expect("a transaction");
    let mut works = Vec::new();
    for number in numbers.clone() {
        works.push(a_work(&mut tx, &viewer_of(student), &format!("Piece {number}"), Vec::new(), now).await);
    }
    let arrangement = Arrangement::held(&mut tx, &world.school, &student.id).await.expect("a portfolio");
    let new = NewShelf { name: format!("Shelf {}", numbers.start), about: String::new(), works };
    assert!(arrangement.add_shelf(&mut tx, &ShelfId::new(), &new).await.expect("a shelf").is_kept());
    tx.commit().await.expect("kept");
}

promise!(a_page_asks_as_often_for_many_as_for_a_few, |world| {
    {
        let mut tx = world.services.db.write().await.expect("a transaction");
        for subject in ["Mathematics", "Music"] {
            let wording = Wording::checked(subject, &format!("I can do {subject}"), "It works").expect("words");
            let now = world.services.clock.now();
            Target::add(&mut tx, &world.school, &TargetId::new(), &wording, &[], now).await.expect("a target");
        }
        tx.commit().await.expect("kept");
    }
    for number in 1..=3 {
        one_more(&world, number).await;
    }
    shelve_works(&world, 0..3).await;
    let few = statements(&world).await;
    for number in 4..=8 {
        one_more(&world, number).await;
    }
    shelve_works(&world, 3..9).await;
    // What is counted of the whole school stands for a minute.
    world.services.clock.move_on(61_000);
    let many = statements(&world).await;
    assert_eq!(few, many);
    for name in ["grid", "times", "paper"] {
        assert!(many[name] <= 16, "{name}: {many:?}");
    }
    assert!(many["board"] <= 18, "{many:?}");
    assert!(many["home"] <= 24, "{many:?}");
    let figures = kinfolio_server::metrics::written(&world.services).await;
    assert!(figures.contains("kinfolio_database_statements_total{route=\"/advisory/targets\",method=\"GET\"}"));
    // And they were all there to be asked about.
    let mut advisor = world.advisor().await;
    let board = advisor.get("/").await.ok();
    let board = board.see("Pupil 8").see("Work of 8").see("comes").see("Parent 8 (mom)");
    assert_eq!(board.words().matches("Work of ").count(), 8 * 2, "once first, once beside each");
    advisor.get("/times").await.ok().see("Pupil 7").see("Parent 8");
    let paper = format!("/student/{}/portfolio/print", world.people.student.id);
    let paper = world.student().await.get(&paper).await.ok();
    assert_eq!(paper.text.matches("<article").count(), 9);
    assert_eq!(paper.text.matches("<figure").count(), 9 * 3, "a picture and two pages each");
});

/// What is told about each student of an advisor, one by one, is what is told about all at once.
async fn each_is_told_as_before(conn: &mut Conn, advisor: &Viewer, now: At) {
    let school = &advisor.school_id;
    let students = Student::accompanied_by(conn, advisor).await.expect("students");
    let named = Student::of_viewer(conn, advisor).await.expect("students");
    assert_eq!(
        students.iter().map(|student| &student.id).collect::<Vec<_>>(),
        named.iter().map(|person| &person.id).collect::<Vec<_>>()
    );
    let ids = || students.iter().map(|student| &student.id);
    let definitions = Definition::current_of_each(conn, school, ids()).await.expect("definitions");
    let voices = Contribution::voices_of_each(conn, advisor, definitions.values().map(|definition| &definition.id));
    let voices = voices.await.expect("voices");
    let conferences = Conference::of_each(conn, school, ids()).await.expect("conferences");
    let every: Vec<&Conference> = conferences.values().flatten().collect();
    let list = SchoolList::of(conn, school).await.expect("a list");
    let progress = Progress::of_each(conn, school, &list, &every).await.expect("progress");
    let chosen = ChosenTime::of_each(conn, school, ids(), now).await.expect("choices");
    let targets = Target::all(conn, school).await.expect("targets");
    let stands = Stand::of_each(conn, school, &students, &targets).await.expect("stands");
    for student in &students {
        let seen = Student::seen_by(conn, advisor, &student.id).await.expect("a student");
        assert_eq!(seen.as_ref(), Some(student));
        let definition = Definition::current_of(conn, school, &student.id).await.expect("a definition");
        assert_eq!(definitions.get(&student.id), definition.as_ref());
        if let Some(definition) = &definition {
            let all = Contribution::of_definition(conn, definition, student.standing).await.expect("contributions");
            let one_by_one: BTreeSet<_> =
                all.into_iter().map(|words| (words.section, words.author_role, words.author_name)).collect();
            let at_once = voices.get(&definition.id).cloned().unwrap_or_default();
            let at_once: BTreeSet<_> = at_once
                .into_iter()
                .filter(|(section, ..)| definition.may(student.standing, Action::SeeSection, *section))
                .collect();
            assert_eq!(at_once, one_by_one);
        }
        let planned = student.conferences(conn).await.expect("conferences");
        assert_eq!(conferences.get(&student.id).cloned().unwrap_or_default(), planned);
        for conference in &planned {
            let plan = conference.plan(conn).await.expect("a plan");
            let duties = conference.duties(conn).await.expect("duties");
            let checklist = conference.checklist(conn, &list, &plan, &duties).await.expect("a list");
            assert_eq!(progress[&conference.id], Progress { checklist, is_begun: !plan.moments.is_empty() });
        }
        assert_eq!(chosen.get(&student.id), student.chosen_time(conn, now).await.expect("a choice").as_ref());
        assert_eq!(stands[&student.id], student.stands(conn, &targets).await.expect("stands"));
        let works = Work::of_student(conn, student).await.expect("works");
        let latest =
            Work::latest_of_each(conn, school, works.iter().map(|card| &card.work.id)).await.expect("revisions");
        for card in works {
            let one = card.work.latest(conn).await.expect("a revision");
            let held: Vec<(String,)> = all!(
                conn,
                "SELECT picture_id FROM revision_picture WHERE revision_id = $1 ORDER BY position",
                one.as_ref().map(|one| &one.id)
            )
            .expect("pictures");
            let pictures = one.iter().flat_map(|one| &one.pictures).map(|picture| (picture.id.to_string(),));
            assert_eq!(pictures.collect::<Vec<_>>(), held);
            assert_eq!(latest.get(&card.work.id), one.as_ref());
        }
    }
}

/// The same rows as by the queries that looked through the whole school.
async fn scans_find_the_same(conn: &mut Conn, people: &[Person], now: At) {
    let school = &people[0].school_id;
    let versions: Vec<(Option<VersionId>, DefinitionId)> = all!(
        conn,
        "SELECT definition_version.id, definition.id FROM definition
         LEFT JOIN definition_version ON definition_version.definition_id = definition.id WHERE definition.school_id = $1",
        school
    )
    .expect("versions");
    assert!(versions.iter().filter(|(version, _)| version.is_some()).count() > 2, "the demo school has versions");
    for (version, definition) in versions {
        let definition = Definition::find(conn, school, &definition).await.expect("it").expect("a definition");
        for version in [version, None] {
            let now = Answered::of_version(conn, &definition, version.as_ref()).await.expect("people");
            let before: Vec<(PersonId, Role)> = all!(
                conn,
                "SELECT person.id, person.role FROM person
                 LEFT JOIN kinship ON kinship.person_id = person.id AND kinship.student_id = $2
                 LEFT JOIN affirmation ON affirmation.person_id = person.id AND affirmation.version_id = $3
                 WHERE person.school_id = $1 AND (affirmation.id IS NOT NULL OR (person.left_at IS NULL AND (
                    person.id = $2 OR kinship.student_id IS NOT NULL
                    OR (person.role = 'advisor' AND EXISTS (
                        SELECT 1 FROM advisory_member mine JOIN advisory_member theirs
                        ON theirs.advisory_id = mine.advisory_id
                        WHERE mine.person_id = person.id AND theirs.person_id = $2)))))
                 ORDER BY person.name, person.id",
                school,
                &definition.student_id,
                version.as_ref().map_or("", VersionId::as_str)
            )
            .expect("people");
            let mut before = before;
            before.sort_by_key(|(_, role)| *role);
            assert!(before.len() > 1);
            assert_eq!(now.into_iter().map(|one| (one.person_id, one.role)).collect::<Vec<_>>(), before);
        }
    }
    for person in people {
        let viewer = viewer_of(person);
        let waiting: Vec<WorkId> =
            Check::waiting_for(conn, &viewer).await.expect("checks").into_iter().map(|check| check.work_id).collect();
        let before: Vec<(WorkId,)> = all!(
            conn,
            "SELECT work.id FROM mastery_check JOIN work ON work.id = mastery_check.work_id
             JOIN person ON person.id = work.student_id
             WHERE mastery_check.school_id = $1 AND mastery_check.answered_at IS NULL AND work.audience <> 'me'
                AND person.left_at IS NULL AND EXISTS (SELECT 1 FROM advisory_member mine JOIN advisory_member theirs
                    ON theirs.advisory_id = mine.advisory_id
                    WHERE mine.person_id = $2 AND theirs.person_id = work.student_id)
             ORDER BY mastery_check.asked_at, mastery_check.id",
            school,
            &person.id
        )
        .expect("checks");
        assert_eq!(waiting, before.into_iter().map(|(work,)| work).collect::<Vec<_>>());
        let asked = Work::asking_peers(conn, &viewer).await.expect("works");
        let before: Vec<(WorkId,)> = all!(
            conn,
            "SELECT work.id FROM peer_ask JOIN work ON work.id = peer_ask.work_id
             JOIN person ON person.id = work.student_id
             WHERE peer_ask.school_id = $1 AND work.kept_at IS NOT NULL AND person.left_at IS NULL AND person.id <> $2
                AND EXISTS (SELECT 1 FROM advisory_member mine JOIN advisory_member theirs
                    ON theirs.advisory_id = mine.advisory_id
                    WHERE mine.person_id = $2 AND theirs.person_id = work.student_id)
             ORDER BY peer_ask.asked_at DESC, work.id",
            school,
            &person.id
        )
        .expect("works");
        assert_eq!(
            asked.into_iter().map(|asked| asked.work_id).collect::<Vec<_>>(),
            before.into_iter().map(|(work,)| work).collect::<Vec<_>>()
        );
        let chosen = ChosenTime::of_person(conn, &viewer, now).await.expect("choices");
        let before: Vec<(ChoiceId,)> = all!(
            conn,
            "SELECT chosen_time.id FROM chosen_time JOIN offered_time ON offered_time.id = time_id
             WHERE chosen_time.school_id = $1 AND ends_at > $3 AND EXISTS (SELECT 1 FROM kinship
                WHERE kinship.student_id = chosen_time.student_id AND kinship.person_id = $2)
             ORDER BY starts_at, chosen_time.id",
            school,
            &person.id,
            now
        )
        .expect("choices");
        assert_eq!(
            chosen.into_iter().map(|choice| choice.choice_id).collect::<Vec<_>>(),
            before.into_iter().map(|(choice,)| choice).collect::<Vec<_>>()
        );
    }
}

promise!(what_is_asked_for_many_at_once_is_what_was_told_about_each, |world| {
    kinfolio_server::demo::found(&world.services).await.expect("the demo school");
    let now = world.services.clock.now();
    let mut conn = world.services.db.read().await.expect("a connection");
    let people: Vec<Person> = all!(
        &mut conn,
        "SELECT id, school_id, role, name, called, username, languages FROM person
         WHERE school_id = (SELECT id FROM school WHERE name NOT IN ('Riverbend School', 'Hillcrest School'))"
    )
    .expect("people");
    assert!(people.len() > 10, "the demo school is there");
    for advisor in people.iter().filter(|person| person.role == Role::Advisor) {
        each_is_told_as_before(&mut conn, &viewer_of(advisor), now).await;
    }
    scans_find_the_same(&mut conn, &people, now).await;
    the_list_is_the_roster(&mut conn, &people[0].school_id, now).await;
});

/// Somebody of a list: name, username, and the family with their kinship.
type Row = (String, Option<String>, Vec<(String, String)>);

/// The groups of a school in order, as its roster has them: what each is called, its advisors, and who is in it.
fn by_the_roster(roster: &Roster) -> Vec<(String, Vec<String>, Vec<Row>)> {
    let row = |member: &Member| {
        let family = roster.members.iter().filter_map(|kin| {
            let (_, words) = kin.kin_of.iter().find(|(student, _)| *student == member.person.id)?;
            Some((kin.person.name.clone(), words.clone()))
        });
        (member.person.name.clone(), member.person.username.clone(), family.collect())
    };
    let mut groups: Vec<(String, Vec<String>, Vec<Row>)> = roster
        .advisories
        .iter()
        .map(|advisory| {
            let of = |role| roster.with_role(role).filter(|member| member.advisories.contains(&advisory.id));
            let advisors = of(Role::Advisor).map(|member| member.person.name.clone()).collect();
            (advisory.name.clone(), advisors, of(Role::Student).map(row).collect())
        })
        .collect();
    let alone: Vec<Row> = roster.with_role(Role::Student).filter(|one| one.advisories.is_empty()).map(row).collect();
    groups.extend((!alone.is_empty()).then(|| ("in none".into(), Vec::new(), alone)));
    let staff = roster.with_role(Role::Lead).chain(roster.with_role(Role::Advisor)).map(row).collect();
    groups.push(("staff".into(), Vec::new(), staff));
    groups
}

async fn the_list_is_the_roster(conn: &mut Conn, school: &SchoolId, now: At) {
    let roster = Roster::of(conn, school, now).await.expect("a roster");
    let mut listed: Vec<(String, Vec<String>, Vec<Row>)> = Vec::new();
    let mut page = 0;
    loop {
        let listing = Listing::of(conn, school, &Wanted { page, ..Wanted::default() }, now).await.expect("a page");
        assert!(listing.sections.iter().map(|part| part.people.len()).sum::<usize>() <= ON_A_PAGE);
        for part in listing.sections {
            let title = match part.group {
                Group::Of(advisory) => advisory.name,
                Group::InNone => "in none".into(),
                Group::Staff => "staff".into(),
                Group::Found => panic!("nobody was looked for"),
            };
            let rows = part.people.into_iter().map(|one| {
                let family = one.family.into_iter().map(|kin| (kin.name, kin.kinship)).collect();
                (one.member.person.name, one.member.person.username, family)
            });
            match listed.last_mut() {
                Some((last, _, people)) if *last == title => people.extend(rows),
                _ => listed.push((title, part.advisors, rows.collect())),
            }
        }
        page += 1;
        if page >= listing.pages.len() {
            break;
        }
    }
    assert_eq!(listed, by_the_roster(&roster));
    let count = |role| roster.with_role(role).count() as i64;
    let numbers = Numbers {
        leads: count(Role::Lead),
        advisors: count(Role::Advisor),
        students: count(Role::Student),
        families: count(Role::Family),
        without_a_way_in: roster.without_a_way_in().count() as i64,
    };
    assert_eq!(Numbers::of(conn, school, now).await.expect("numbers"), numbers);
}

promise!(the_people_of_a_big_school_are_read_page_by_page_and_found_by_name, |world| {
    let now = world.services.clock.now();
    {
        let mut tx = world.services.db.write().await.expect("a transaction");
        for advisory in ["Ámbar", "Cedro", "Roble"] {
            let advisory = kinfolio::person::Advisory { id: AdvisoryId::new(), name: advisory.into() };
            Deed::Start(advisory.clone()).carry_out(&mut tx, &world.school, now).await.expect("an advisory");
            for number in 0..(if advisory.name == "Cedro" { 130 } else { 40 }) {
                let name = format!("{} Niño {number:03}", advisory.name);
                let student = add(&mut tx, &world.school, Role::Student, &name, now).await;
                let joins = Deed::Join(student.id.clone(), advisory.id.clone());
                joins.carry_out(&mut tx, &world.school, now).await.expect("a member");
                if number == 7 {
                    let kin = add(&mut tx, &world.school, Role::Family, &format!("Tía {}", advisory.name), now).await;
                    let tie = Deed::Tie { student: student.id, person: kin.id, words: "tía".into() };
                    tie.carry_out(&mut tx, &world.school, now).await.expect("kin");
                }
            }
        }
        for number in 0..5 {
            add(&mut tx, &world.school, Role::Student, &format!("Nobody’s {number}"), now).await;
        }
        tx.commit().await.expect("kept");
    }
    the_list_is_the_roster(&mut world.services.db.read().await.expect("a connection"), &world.school, now).await;
    let mut lead = world.lead().await;
    let first = lead.get("/people").await.ok().see("Ámbar Niño 039").dont_see("Cedro Niño").see("Cedro · 2");
    let second = first.link("/people?page=2").expect("a way to the next page");
    lead.get(&second).await.ok().see("Cedro Niño 039").dont_see("Cedro Niño 040").dont_see("Ámbar Niño");
    // A page that is not there is the last one.
    lead.get("/people?page=99").await.ok().see("Denise Okafor").see("Grace Lin").dont_see("Niño");
    lead.get("/people?page=5").await.ok().see("Cedro Niño 129").dont_see("Roble Niño");
    lead.get("/people?page=6").await.ok().see("Roble Niño 000");
    lead.get("/people?page=7").await.ok().see("Nobody’s 4");
    lead.get("/people?page=nonsense").await.ok().see("Ámbar Niño 000");
    let found = lead.get("/people?find=NINO+cedro").await.ok().see("Cedro Niño 000").dont_see("Ámbar Niño");
    found.has("find=NINO+cedro&amp;page=2").see("Show everybody");
    // Whoever looks for somebody of a family finds their student.
    lead.get("/people?find=tia+roble").await.ok().see("Roble Niño 007").see("Tía Roble").dont_see("Roble Niño 008");
    lead.get("/people?find=%3Cscript%3E").await.ok().see("Nobody here is called that").has_no("<script>");
    // Nobody of another school is found.
    lead.get("/people?find=ben").await.ok().dont_see("Ben Carter");
    let codes =
        lead.get("/people/codes?find=cedro+nino+012").await.ok().see("Cedro Niño 012").dont_see("Cedro Niño 013");
    let (sheet, person) =
        (codes.hidden("sheet").expect("a sheet"), codes.text.split("name=\"person\" value=\"").nth(1));
    let person = person.and_then(|rest| rest.split('"').next()).expect("somebody to choose").to_owned();
    lead.post("/people/codes", &[("sheet", &sheet), ("person", &person)]).await.ok().see("Cedro Niño 012");
});
