//! Filling the demo school, through the same verbs that people use, each at its own time.

mod conferences;
mod definitions;
mod mastery;
mod pace;
mod people;
mod planning;
mod statements;
mod testimonies;
mod times;
mod works;
mod worries;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;

use include_dir::{Dir, include_dir};
use kinfolio::at::At;
use kinfolio::grant::{self, Key, NewGrant};
use kinfolio::id::*;
use kinfolio::language::{Language, Languages};
use kinfolio::media::{KeptFile, KeptPicture, KeptSound, Taken};
use kinfolio::person::{Person, Student, Viewer};
use kinfolio::saved::Saved;
use kinfolio::school::School;
use kinfolio::store::Tx;
use kinfolio_app::services::Services;

use super::data::{Data, When};

static SOUNDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/demo/sounds");
static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/demo/files");
static PICTURES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/demo/pictures");

type Or<T> = Result<T, Box<dyn Error>>;

/// Whose families have no link that opens any more.
const WITHOUT_A_LINK: [&str; 2] = ["sashko", "idris"];
/// From which hour on a day is late.
const LATE: i8 = 16;

/// What is kept: nothing of the demo school comes too late or too often.
fn kept<T>(saved: Saved<T>) -> Or<T> {
    match saved {
        Saved::Kept(kept) => Ok(kept),
        Saved::Stale | Saved::Full | Saved::Foreign => Err("something of the demo school was not kept".into()),
    }
}
type Seeded = Or<()>;

/// The school as it fills: who and what each key of the files became.
struct Filling {
    school: School,
    today: At,
    people: HashMap<String, Person>,
    targets: HashMap<String, TargetId>,
    works: HashMap<String, WorkId>,
    contributions: HashMap<String, ContributionId>,
    statements: HashMap<String, StatementId>,
    pictures: BTreeMap<String, KeptPicture>,
    sounds: BTreeMap<String, KeptSound>,
    files: BTreeMap<String, KeptFile>,
}

/// Makes the demo school.
pub async fn seed(services: &Services) -> Seeded {
    let data = Data::read()?;
    let pictures = keep_pictures(services).await?;
    let sounds = keep_sounds(services).await?;
    let files = keep_files(services).await?;
    let school = School {
        id: SchoolId::new(),
        name: data.people.school.name.clone(),
        time_zone: data.people.school.time_zone.clone(),
        languages: Languages::written(&data.people.school.languages)?,
    };
    let mut filling = Filling {
        school,
        today: services.clock.now(),
        people: HashMap::new(),
        targets: HashMap::new(),
        works: HashMap::new(),
        contributions: HashMap::new(),
        statements: HashMap::new(),
        pictures,
        sounds,
        files,
    };
    let mut tx = services.db.write().await?;
    filling.people(&mut tx, &data.people).await?;
    filling.targets(&mut tx, &data.targets).await?;
    for work in &data.works {
        filling.work(&mut tx, work).await?;
    }
    for aim in &data.aims {
        filling.aim(&mut tx, aim).await?;
    }
    filling.pace(&mut tx, &data.pace).await?;
    for portfolio in &data.portfolios {
        filling.portfolio(&mut tx, portfolio).await?;
    }
    for definition in &data.definitions {
        filling.definition(&mut tx, definition).await?;
    }
    for portfolio in &data.portfolios {
        filling.look(&mut tx, portfolio).await?;
    }
    for testimony in &data.testimonies {
        filling.testimony(&mut tx, testimony).await?;
    }
    for conference in &data.conferences {
        filling.conference(&mut tx, conference).await?;
    }
    for times in &data.times {
        filling.times(&mut tx, times).await?;
    }
    for template in &data.templates {
        filling.template(&mut tx, template).await?;
    }
    for item in &data.readiness {
        filling.readiness(&mut tx, item).await?;
    }
    for visit in &data.visits {
        let viewer = filling.viewer(&visit.person)?;
        let student = filling.person(&visit.student)?.id.clone();
        grant::visited(&mut tx, &viewer, &student, filling.at(&visit.when)).await?;
    }
    filling.worries(&mut tx, &data.worries).await?;
    filling.links(&mut tx, services, &data).await?;
    tx.commit().await?;
    Ok(())
}

/// Makes every picture ready, before anything is written: a transaction waits for nothing else.
async fn keep_pictures(services: &Services) -> Or<BTreeMap<String, KeptPicture>> {
    let mut pictures = BTreeMap::new();
    for file in PICTURES.files() {
        let Some(name) = file.path().file_name().and_then(|name| name.to_str()) else { continue };
        let waiting = services.settings.waiting_room.join(name);
        std::fs::write(&waiting, file.contents())?;
        let kept = services.media.keep_picture(waiting.clone()).await;
        std::fs::remove_file(&waiting)?;
        pictures.insert(name.to_owned(), kept?);
    }
    Ok(pictures)
}

/// Keeps every recording.
async fn keep_sounds(services: &Services) -> Or<BTreeMap<String, KeptSound>> {
    let mut sounds = BTreeMap::new();
    for file in SOUNDS.files() {
        let Some(name) = file.path().file_name().and_then(|name| name.to_str()) else { continue };
        let waiting = services.settings.waiting_room.join(name);
        std::fs::write(&waiting, file.contents())?;
        let kept = services.media.keep_sound(waiting.clone()).await;
        std::fs::remove_file(&waiting)?;
        sounds.insert(name.to_owned(), kept?);
    }
    Ok(sounds)
}

/// Keeps every other file.
async fn keep_files(services: &Services) -> Or<BTreeMap<String, KeptFile>> {
    let mut files = BTreeMap::new();
    for file in FILES.files() {
        let Some(name) = file.path().file_name().and_then(|name| name.to_str()) else { continue };
        let waiting = services.settings.waiting_room.join(name);
        std::fs::write(&waiting, file.contents())?;
        let taken = services.media.take(waiting.clone()).await;
        std::fs::remove_file(&waiting)?;
        if let Taken::File(kept) = taken? {
            files.insert(name.to_owned(), kept);
        }
    }
    Ok(files)
}

impl Filling {
    fn at(&self, when: &When) -> At {
        let zone = &self.school.time_zone;
        let day = self.today.plus_days(when.day + self.days_on(when.day)).in_zone(zone).date();
        let (hour, minute) = when.time.split_once(':').unwrap_or(("15", "00"));
        let time = day.at(hour.parse().unwrap_or(15), minute.parse().unwrap_or(0), 0, 0);
        At::on_the_wall(time, zone).unwrap_or(self.today)
    }

    /// What is to come today comes tomorrow, in a school that is made late in the day: it is not over before anybody has
    /// looked at it.
    fn days_on(&self, day: i64) -> i64 {
        i64::from(day == 0 && self.today.in_zone(&self.school.time_zone).hour() >= LATE)
    }

    fn person(&self, key: &str) -> Or<&Person> {
        self.people.get(key).ok_or_else(|| format!("the demo school has no {key}").into())
    }

    fn viewer(&self, key: &str) -> Or<Viewer> {
        let person = self.person(key)?;
        Ok(Viewer {
            person_id: person.id.clone(),
            school_id: person.school_id.clone(),
            role: person.role,
            name: person.name.clone(),
            called: person.called.clone(),
            languages: person.languages.clone(),
            grant_id: None,
            cues_of: None,
            school_name: self.school.name.clone(),
            time_zone: self.school.time_zone.clone(),
            school_languages: self.school.languages.clone(),
            school_words_version: 0,
            writes_in: Default::default(),
            device_key: None,
            session: Default::default(),
        })
    }

    /// Those who came by have a link that still opens; but for two families, who need a new one.
    async fn links(&self, tx: &mut Tx, services: &Services, data: &Data) -> Or<()> {
        let came: BTreeSet<(&str, &str)> =
            data.visits.iter().map(|visit| (visit.student.as_str(), visit.person.as_str())).collect();
        for (student, person) in came.into_iter().filter(|(student, _)| !WITHOUT_A_LINK.contains(student)) {
            let (maker, person) = (self.viewer(student)?, self.person(person)?.id.clone());
            let (id, key) = (GrantId::new(), Key::new());
            let new = NewGrant { id: &id, key: &key, person: &person, days: 300, ends_older: false };
            let made = self.today.plus_days(-90);
            let student = self.student(tx, student).await?;
            let _ = student.open_to(tx, &services.secrets, &maker, &new, made).await?;
        }
        Ok(())
    }

    async fn student(&self, tx: &mut Tx, key: &str) -> Or<Student> {
        let viewer = self.viewer(key)?;
        let student = Student::seen_by(tx, &viewer, &viewer.person_id).await?;
        student.ok_or_else(|| format!("{key} is no student").into())
    }

    fn id<T: Clone>(&self, known: &HashMap<String, T>, key: &str) -> Or<T> {
        known.get(key).cloned().ok_or_else(|| format!("the demo school has no {key}").into())
    }

    fn ids<T: Clone>(&self, known: &HashMap<String, T>, keys: &[String]) -> Or<Vec<T>> {
        keys.iter().map(|key| self.id(known, key)).collect()
    }
}

fn language(tag: &str) -> Or<Language> {
    named(Language::tagged(tag), tag)
}

fn named<T>(found: Option<T>, word: &str) -> Or<T> {
    found.ok_or_else(|| format!("the demo school's files say {word:?}, which is nothing we know").into())
}
