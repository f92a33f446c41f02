//! Filling the demo school, through the same verbs that people use, each at its own time.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;

use include_dir::{Dir, include_dir};
use kinfolio::at::At;
use kinfolio::conference::reply::Starter;
use kinfolio::conference::{self, Conference, NewMoment, moment};
use kinfolio::definition::{self, Asked, Definition, NewContribution, Prompt, Section, Statement, Version};
use kinfolio::grant;
use kinfolio::id::*;
use kinfolio::language::{Language, Languages};
use kinfolio::media::{KeptPicture, KeptSound};
use kinfolio::person::deed::Deed;
use kinfolio::person::{Advisory, Person, Role, Student, Viewer};
use kinfolio::policy::{Audience, Relation, Standing};
use kinfolio::portfolio::{Arrangement, NewShelf, Welcome};
use kinfolio::school::School;
use kinfolio::sound;
use kinfolio::store::Tx;
use kinfolio::target::{self, Target};
use kinfolio::work::{Check, Mastery, Work, WorkForm, Writing};
use kinfolio_app::services::Services;

use super::data::{self, Data, What, When};

static SOUNDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/demo/sounds");
static PICTURES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/demo/pictures");

type Done = Result<(), Box<dyn Error>>;

/// The school as it fills: who and what each key of the files became.
struct Filling {
    school: School,
    today: At,
    people: HashMap<String, Person>,
    targets: HashMap<String, TargetId>,
    works: HashMap<String, WorkId>,
    statements: HashMap<String, StatementId>,
    pictures: BTreeMap<String, KeptPicture>,
    sounds: BTreeMap<String, KeptSound>,
}

/// Makes the demo school.
pub async fn seed(services: &Services) -> Done {
    let data = Data::read()?;
    let pictures = keep_pictures(services).await?;
    let sounds = keep_sounds(services).await?;
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
        statements: HashMap::new(),
        pictures,
        sounds,
    };
    let mut tx = services.db.write().await?;
    filling.people(&mut tx, &data.people.people).await?;
    filling.targets(&mut tx, &data.targets).await?;
    for work in &data.works {
        filling.work(&mut tx, work).await?;
    }
    for portfolio in &data.portfolios {
        filling.portfolio(&mut tx, portfolio).await?;
    }
    for definition in &data.definitions {
        filling.definition(&mut tx, definition).await?;
    }
    for conference in &data.conferences {
        filling.conference(&mut tx, conference).await?;
    }
    for visit in &data.visits {
        let viewer = filling.viewer(&visit.person)?;
        let student = filling.person(&visit.student)?.id.clone();
        grant::visited(&mut tx, &viewer, &student, filling.at(&visit.when)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Makes every picture ready, before anything is written: a transaction waits for nothing else.
async fn keep_pictures(services: &Services) -> Result<BTreeMap<String, KeptPicture>, Box<dyn Error>> {
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
async fn keep_sounds(services: &Services) -> Result<BTreeMap<String, KeptSound>, Box<dyn Error>> {
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

impl Filling {
    fn at(&self, when: &When) -> At {
        let zone = &self.school.time_zone;
        let day = self.today.plus_days(when.day).in_zone(zone).date();
        let (hour, minute) = when.time.split_once(':').unwrap_or(("15", "00"));
        let time = day.at(hour.parse().unwrap_or(15), minute.parse().unwrap_or(0), 0, 0);
        At::on_the_wall(time, zone).unwrap_or(self.today)
    }

    fn person(&self, key: &str) -> Result<&Person, Box<dyn Error>> {
        self.people.get(key).ok_or_else(|| format!("the demo school has no {key}").into())
    }

    fn viewer(&self, key: &str) -> Result<Viewer, Box<dyn Error>> {
        let person = self.person(key)?;
        Ok(Viewer {
            person_id: person.id.clone(),
            school_id: person.school_id.clone(),
            role: person.role,
            name: person.name.clone(),
            languages: person.languages.clone(),
            grant_id: None,
            school_name: self.school.name.clone(),
            time_zone: self.school.time_zone.clone(),
            school_languages: self.school.languages.clone(),
            school_words_version: 0,
        })
    }

    async fn student(&self, tx: &mut Tx, key: &str) -> Result<Student, Box<dyn Error>> {
        let viewer = self.viewer(key)?;
        let student = Student::seen_by(tx, &viewer, &viewer.person_id).await?;
        student.ok_or_else(|| format!("{key} is no student").into())
    }

    async fn people(&mut self, tx: &mut Tx, people: &[data::Person]) -> Done {
        let joined = self.today.plus_days(-200);
        self.school.found(tx, joined).await?;
        let school = self.school.id.clone();
        let mut advisories: BTreeMap<&str, Vec<PersonId>> = BTreeMap::new();
        for person in people {
            let joining = Person {
                id: PersonId::new(),
                school_id: self.school.id.clone(),
                role: named(Role::named(&person.role), &person.role)?,
                name: person.name.clone(),
                username: person.username.clone(),
                languages: Languages::written(&person.languages)?,
            };
            Deed::Add(joining.clone()).carry_out(tx, &school, joined).await?;
            if let Some(advisory) = &person.advisory {
                advisories.entry(advisory).or_default().push(joining.id.clone());
            }
            self.people.insert(person.key.clone(), joining);
        }
        for (name, members) in advisories {
            let advisory = Advisory { id: AdvisoryId::new(), name: name.to_owned() };
            Deed::Start(advisory.clone()).carry_out(tx, &school, joined).await?;
            for member in members {
                Deed::Join(member, advisory.id.clone()).carry_out(tx, &school, joined).await?;
            }
        }
        for person in people {
            for tie in &person.kin_of {
                let (student, kin) = (self.person(&tie.student)?.id.clone(), self.person(&person.key)?.id.clone());
                let tie = Deed::Tie { student, person: kin, words: tie.kinship.clone() };
                tie.carry_out(tx, &school, joined).await?;
            }
        }
        Ok(())
    }

    async fn targets(&mut self, tx: &mut Tx, targets: &[data::Target]) -> Done {
        for target in targets {
            let id = TargetId::new();
            let wording = target::Wording::checked(&target.subject, &target.statement, &target.criteria.join("\n"))
                .map_err(|_| format!("the target {} is not worded well", target.key))?;
            let builds_on = self.ids(&self.targets, &target.builds_on)?;
            Target::add(tx, &self.school.id, &id, &wording, &builds_on, self.today.plus_days(-190))
                .await
                .map_err(|why| format!("the target {} was not kept: {why:?}", target.key))?;
            self.targets.insert(target.key.clone(), id);
        }
        Ok(())
    }

    fn ids<T: Clone>(&self, known: &HashMap<String, T>, keys: &[String]) -> Result<Vec<T>, Box<dyn Error>> {
        keys.iter()
            .map(|key| known.get(key).cloned().ok_or_else(|| format!("the demo school has no {key}").into()))
            .collect()
    }

    async fn work(&mut self, tx: &mut Tx, work: &data::Work) -> Done {
        let id = WorkId::new();
        self.works.insert(work.key.clone(), id.clone());
        // Revisions and events in the order in which they happened.
        enum Step<'a> {
            Version(usize, &'a data::Revision),
            Event(&'a data::Event),
        }
        let versions = work.revisions.iter().enumerate().map(|(place, r)| (self.at(&r.when), Step::Version(place, r)));
        let events = work.events.iter().map(|event| (self.at(&event.when), Step::Event(event)));
        let mut steps: Vec<(At, Step)> = versions.chain(events).collect();
        steps.sort_by_key(|(at, _)| *at);
        for (at, step) in steps {
            match step {
                Step::Version(place, revision) => self.version(tx, &id, work, place, revision, at).await?,
                Step::Event(event) => self.event(tx, &id, work, &event.what, at).await?,
            }
        }
        Ok(())
    }

    async fn version(
        &self,
        tx: &mut Tx,
        id: &WorkId,
        work: &data::Work,
        place: usize,
        revision: &data::Revision,
        at: At,
    ) -> Done {
        let viewer = self.viewer(&work.student)?;
        if place == 0 {
            let writing = Writing {
                title: work.title.clone(),
                form: named(WorkForm::named(&work.form), &work.form)?,
                language: language(&work.language)?,
                audience: named(Audience::named(&work.audience), &work.audience)?,
                targets: self.ids(&self.targets, &work.targets)?,
                text: Some(revision.text.clone()),
                reflection_prompt: revision.reflection_prompt.clone().unwrap_or_default(),
                reflection: revision.reflection.clone().unwrap_or_default(),
            };
            Work::save(tx, &viewer, id, &writing, None, !work.draft, at).await?;
        }
        let kept = self.find_work(tx, &viewer, id).await?;
        if place > 0 {
            let looking_back = (
                revision.reflection_prompt.as_deref().unwrap_or_default(),
                revision.reflection.as_deref().unwrap_or_default(),
            );
            kept.add_revision(tx, &RevisionId::new(), &revision.text, looking_back, at).await?;
        }
        let latest = kept.latest(tx).await?.ok_or("a work has a revision")?;
        if !revision.pictures.is_empty() {
            for picture in &latest.pictures {
                kept.take_out_picture(tx, &latest.id, &picture.id).await?;
            }
        }
        for picture in &revision.pictures {
            if let Some(bytes) = self.pictures.get(&picture.file) {
                let added = kept.add_picture(tx, &latest.id, bytes, at).await?;
                kept.describe_picture(tx, &added.id, &picture.description).await?;
            }
        }
        Ok(())
    }

    async fn find_work(&self, tx: &mut Tx, viewer: &Viewer, id: &WorkId) -> Result<Work, Box<dyn Error>> {
        Ok(Work::find(tx, viewer, id).await?.ok_or("the work that was just saved is not there")?.0)
    }

    async fn event(&self, tx: &mut Tx, id: &WorkId, work: &data::Work, what: &What, at: At) -> Done {
        let student = self.viewer(&work.student)?;
        let kept = self.find_work(tx, &student, id).await?;
        let latest = kept.latest(tx).await?.ok_or("a work has a revision")?;
        match what {
            What::Feedback { by, text, language: tag } => {
                let tongue = language(tag.as_deref().unwrap_or("en"))?;
                let author = &self.person(by)?.id;
                kept.give_feedback(tx, &FeedbackId::new(), &latest.id, author, (text, &tongue), at).await?;
            }
            What::Ask => {
                kept.ask_for_check(tx, at).await?.map_err(|why| format!("nobody can ask for this check: {why:?}"))?;
            }
            What::Answer { by, answers } => {
                let checks = kept.checks(tx).await?;
                let check: &Check =
                    checks.iter().rfind(|c| c.answered.is_none()).ok_or("nobody asked for this check")?;
                let mut said = Vec::new();
                for answer in answers {
                    let target = self.ids(&self.targets, std::slice::from_ref(&answer.target))?.remove(0);
                    let mastery = named(Mastery::named(&answer.answer), &answer.answer)?;
                    said.push((target, mastery, answer.next_step.clone().unwrap_or_default()));
                }
                check.answer(tx, &kept, &self.person(by)?.id, &said, at).await?;
            }
        }
        Ok(())
    }

    async fn portfolio(&self, tx: &mut Tx, portfolio: &data::Portfolio) -> Done {
        let student = &self.person(&portfolio.student)?.id;
        let welcome =
            Welcome { welcome: portfolio.welcome.clone(), language: language(&portfolio.language)?, version: 0 };
        welcome.keep(tx, &self.school.id, student).await?;
        for shelf in &portfolio.shelves {
            let new = NewShelf {
                name: shelf.name.clone(),
                about: shelf.description.clone(),
                works: self.ids(&self.works, &shelf.works)?,
            };
            let arrangement = Arrangement::held(tx, &self.school.id, student).await?;
            arrangement.add_shelf(tx, &ShelfId::new(), &new).await?;
        }
        Ok(())
    }

    async fn definition(&mut self, tx: &mut Tx, told: &data::Definition) -> Done {
        let student = self.person(&told.student)?.id.clone();
        let begun = self.at(&When { day: told.day, time: "10:00".into() });
        let year = definition::school_year(self.today, &self.school.time_zone);
        Definition::start(tx, &self.school.id, &student, &year, begun).await?;
        let find = Definition::current_of(tx, &self.school.id, &student).await?;
        let started = find.ok_or("the definition that was just started is not there")?;
        for (section, audience) in &told.sections {
            let section = named(Section::named(section), section)?;
            started.open_section(tx, section, named(Audience::named(audience), audience)?).await?;
        }
        let find = Definition::current_of(tx, &self.school.id, &student).await?;
        let started = find.ok_or("the definition that was just started is not there")?;
        let mut contributions = HashMap::new();
        for words in &told.contributions {
            let writer = words.written_by.as_deref().unwrap_or(&words.author);
            let new = NewContribution {
                id: ContributionId::new(),
                section: named(Section::named(&words.section), &words.section)?,
                author_id: self.person(&words.author)?.id.clone(),
                written_by: self.person(writer)?.id.clone(),
                asked: match words.prompt.as_deref() {
                    None => Asked::Nothing,
                    Some(prompt) => Asked::Prompt(named(Prompt::named(prompt), prompt)?),
                },
                said: definition::Saying {
                    sound: self.sound(tx, writer, words).await?,
                    transcript: words.transcript.clone(),
                    ..definition::Saying::typed(&words.text, language(&words.language)?)
                },
            };
            let id = definition::Contribution::add(tx, &started, &new, self.at(&words.when)).await?;
            for translation in &words.translations {
                self.translation(tx, &started, &id, translation).await?;
            }
            contributions.insert(words.key.clone(), id);
        }
        // Wordings and versions in the order in which they came: a version freezes what stood on its day.
        enum Step<'a> {
            Wording(&'a data::Statement, &'a str),
            Version(&'a data::Version),
        }
        let mut steps: Vec<(At, Step)> = Vec::new();
        for statement in &told.statements {
            for wording in &statement.earlier {
                steps.push((self.at(&wording.when), Step::Wording(statement, &wording.text)));
            }
            steps.push((self.at(&statement.when), Step::Wording(statement, &statement.text)));
        }
        steps.extend(told.versions.iter().map(|version| (self.at(&version.when), Step::Version(version))));
        steps.sort_by_key(|(at, _)| *at);
        for (at, step) in steps {
            match step {
                Step::Wording(statement, text) => {
                    self.wording(tx, &started, statement, text, &contributions, at).await?
                }
                Step::Version(version) => self.version_asked(tx, &started, version, at).await?,
            }
        }
        Ok(())
    }

    async fn sound(
        &self,
        tx: &mut Tx,
        by: &str,
        words: &data::Contribution,
    ) -> Result<Option<SoundId>, Box<dyn Error>> {
        let Some(name) = &words.sound else { return Ok(None) };
        let kept = self.sounds.get(name).ok_or_else(|| format!("there is no recording {name}"))?;
        Ok(Some(sound::bring(tx, &self.viewer(by)?, kept, self.at(&words.when)).await?))
    }

    async fn translation(
        &self,
        tx: &mut Tx,
        definition: &Definition,
        words: &ContributionId,
        told: &data::Translation,
    ) -> Done {
        let student = Standing::new(Role::Student, Relation::Own);
        let all = definition::Contribution::of_definition(tx, definition, student).await?;
        let words = all.iter().find(|there| there.id == *words).ok_or("a contribution went missing")?;
        let (by, at) = (&self.person(&told.by)?.id, self.at(&told.when));
        words.translate(tx, definition, by, &told.text, &language(&told.language)?, at).await?;
        if let Some(checker) = &told.checked_by {
            let translations = definition::Translation::of(tx, definition, std::slice::from_ref(words)).await?;
            let there = translations.last().ok_or("a translation went missing")?;
            let checker = &self.person(checker)?.id;
            there.check(tx, &self.school.id, there.translated_at.0, checker, at.plus_days(1)).await?;
        }
        Ok(())
    }

    async fn wording(
        &mut self,
        tx: &mut Tx,
        definition: &Definition,
        statement: &data::Statement,
        text: &str,
        contributions: &HashMap<String, ContributionId>,
        at: At,
    ) -> Done {
        let writing = definition::Writing {
            text: text.to_owned(),
            language: language(&statement.language)?,
            cites: self.ids(contributions, &statement.cites)?,
            cited_before: Vec::new(),
            written_by: self.person(&statement.by)?.id.clone(),
        };
        let section = named(Section::named(&statement.section), &statement.section)?;
        if let Some(id) = self.statements.get(&statement.key) {
            let student = Standing::new(Role::Student, Relation::Own);
            let all = Statement::of_definition(tx, definition, student).await?;
            let there = all.into_iter().find(|there| there.id == *id).ok_or("a statement went missing")?;
            there
                .rewrite(tx, definition, definition::Words::Typed { from_version: there.version }, &writing, at)
                .await?;
            return Ok(());
        }
        let id = Statement::add(tx, definition, section, &StatementId::new(), &writing, at).await?;
        self.statements.insert(statement.key.clone(), id.ok_or("the section is full")?);
        Ok(())
    }

    async fn version_asked(&self, tx: &mut Tx, definition: &Definition, version: &data::Version, at: At) -> Done {
        definition.ask(tx, &self.person(&version.by)?.id, at).await?;
        let asked = Version::newest_of(tx, definition).await?.ok_or("the version that was just asked is not there")?;
        for answer in &version.answers {
            let answering = definition::Answering {
                person_id: self.person(&answer.person)?.id.clone(),
                answer: named(definition::Answer::named(&answer.answer), &answer.answer)?,
                said: definition::Saying::typed(
                    answer.note.as_deref().unwrap_or_default(),
                    language(answer.language.as_deref().unwrap_or("en"))?,
                ),
                recorded_by: None,
            };
            asked.answer(tx, definition, &answering, self.at(&answer.when)).await?;
        }
        Ok(())
    }

    async fn conference(&self, tx: &mut Tx, told: &data::Conference) -> Done {
        let student = self.student(tx, &told.student).await?;
        let id = ConferenceId::new();
        let facts = conference::Facts {
            form: named(conference::Form::named(&told.form), &told.form)?,
            starts_at: self.at(&told.when),
            place: told.place.clone(),
            language: language(&told.language)?,
        };
        let planned = facts.starts_at.plus_days(-20);
        student.plan_conference(tx, &id, &facts, planned).await?;
        let find = Conference::find(tx, &self.school.id, &id).await?;
        let conference = find.ok_or("the conference that was just planned is not there")?;
        for told in &told.moments {
            let words = moment::MomentWords {
                name: told.name.clone(),
                purpose: named(moment::Purpose::named(&told.purpose), &told.purpose)?,
                minutes: told.minutes,
                language: language(&told.language)?,
                cue_notes: told.cue_notes.clone(),
            };
            let statements = self.ids(&self.statements, &told.statements)?;
            let works = self.ids(&self.works, &told.works)?;
            conference.add_moment(tx, &MomentId::new(), &NewMoment { words, statements, works }).await?;
        }
        for reply in &told.replies {
            let author = self.viewer(&reply.author)?;
            let tongue = language(&reply.language)?;
            let words = (named(Starter::named(&reply.starter), &reply.starter)?, reply.text.as_str(), &tongue);
            conference.reply(tx, &author, &ReplyId::new(), words, self.at(&reply.when)).await?;
        }
        Ok(())
    }
}

fn language(tag: &str) -> Result<Language, Box<dyn Error>> {
    named(Language::tagged(tag), tag)
}

fn named<T>(found: Option<T>, word: &str) -> Result<T, Box<dyn Error>> {
    found.ok_or_else(|| format!("the demo school's files say {word:?}, which is nothing we know").into())
}
