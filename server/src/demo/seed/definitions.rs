//! The demo school's definitions of success: the years they stand for, what everybody brought to them, and the
//! versions that everybody was asked to answer.

use kinfolio::at::At;
use kinfolio::definition::{
    self, Asked, Became, Carried, Contribution, Definition, LookedAt, NewContribution, Prompt, Saying, Section,
    Statement, Translation, Version,
};
use kinfolio::id::*;
use kinfolio::person::Role;
use kinfolio::photo::{self, Photo};
use kinfolio::policy::{Audience, Relation, Standing};
use kinfolio::sound;
use kinfolio::store::Tx;

use super::{Filling, Or, Seeded, kept, language, named};
use crate::demo::data::{self, When};

/// A student sees all of their own definition.
pub(super) const STUDENT: Standing = Standing { role: Role::Student, relation: Relation::Own };

impl Filling {
    pub(super) async fn definition(&mut self, tx: &mut Tx, told: &data::DemoDefinition) -> Seeded {
        let definition = self.begin(tx, told).await?;
        for words in &told.contributions {
            self.contribution(tx, &definition, words).await?;
        }
        // Wordings and versions in the order in which they came: a version freezes what stood on its day.
        enum DefinitionStep<'a> {
            Wording(&'a data::DemoStatement, &'a data::DemoWording),
            Version(&'a data::DemoVersion),
        }
        let mut steps: Vec<(At, DefinitionStep)> = Vec::new();
        for statement in &told.statements {
            let wordings = statement.earlier.iter().chain([&statement.wording]);
            steps.extend(wordings.map(|wording| (self.at(&wording.when), DefinitionStep::Wording(statement, wording))));
        }
        steps.extend(told.versions.iter().map(|version| (self.at(&version.when), DefinitionStep::Version(version))));
        steps.sort_by_key(|(at, _)| *at);
        for (at, step) in steps {
            match step {
                DefinitionStep::Wording(statement, wording) => {
                    self.wording(tx, &definition, statement, wording, at).await?
                }
                DefinitionStep::Version(version) => self.version_asked(tx, &definition, version, at).await?,
            }
        }
        for evidence in &told.evidence {
            self.evidence(tx, &definition, evidence).await?;
        }
        for view in &told.views {
            self.view(tx, &definition, view).await?;
        }
        for talk in &told.talks {
            self.talk(tx, &definition, talk).await?;
        }
        for rendition in &told.renditions {
            self.rendition(tx, rendition).await?;
        }
        Ok(())
    }

    /// Begins it, alone or with what the student brings along from the year before, and opens its sections.
    async fn begin(&mut self, tx: &mut Tx, told: &data::DemoDefinition) -> Or<Definition> {
        let student = self.person(&told.student)?.id.clone();
        let begun = self.at(&When { day: told.day, time: "10:00".into() });
        let year = definition::school_year(self.today.plus_days(-365 * told.years_ago), &self.school.time_zone);
        match &told.look_back {
            None => Definition::start(tx, &self.school.id, &student, &year, begun).await?,
            Some(look_back) => self.look_back(tx, &student, &year, look_back, begun).await?,
        }
        let started = self.definition_of(tx, &student).await?;
        for (section, audience) in &told.sections {
            let section = named(Section::named(section), section)?;
            started.open_section(tx, section, named(Audience::named(audience), audience)?).await?;
        }
        self.definition_of(tx, &student).await
    }

    async fn definition_of(&self, tx: &mut Tx, student: &PersonId) -> Or<Definition> {
        let find = Definition::current_of(tx, &self.school.id, student).await?;
        Ok(find.ok_or("the definition that was just started is not there")?)
    }

    async fn look_back(
        &mut self,
        tx: &mut Tx,
        student: &PersonId,
        year: &str,
        told: &data::LookBack,
        at: At,
    ) -> Seeded {
        let earlier = self.definition_of(tx, student).await?;
        let mut looked = Vec::new();
        for told in &told.statements {
            looked.push(LookedAt {
                statement: self.id(&self.statements, &told.statement)?,
                became: named(Became::named(&told.became), &told.became)?,
                why: told.why.clone(),
                reworded: told.reworded.clone(),
            });
        }
        let tongue = language(&told.language)?;
        let Carried::Begun(next) = earlier.carry_forward(tx, year, &looked, (student, &tongue), at).await? else {
            return Err(format!("there is a definition for {year} already").into());
        };
        let find = Definition::find(tx, &self.school.id, &next).await?;
        let next = find.ok_or("the definition that was just carried forward is not there")?;
        for statement in Statement::of_definition(tx, &next, STUDENT).await? {
            let from = told
                .statements
                .iter()
                .zip(&looked)
                .find(|(_, at)| statement.copied_from.as_ref() == Some(&at.statement));
            if let Some(key) = from.and_then(|(told, _)| told.key.clone()) {
                self.statements.insert(key, statement.id);
            }
        }
        Ok(())
    }

    async fn contribution(&mut self, tx: &mut Tx, definition: &Definition, words: &data::DemoContribution) -> Seeded {
        let writer = words.written_by.as_deref().unwrap_or(&words.author);
        let new = NewContribution {
            id: ContributionId::new(),
            section: named(Section::named(&words.section), &words.section)?,
            author_id: self.person(&words.author)?.id.clone(),
            written_by: self.person(writer)?.id.clone(),
            asked: match (&words.prompt, &words.question) {
                (Some(prompt), _) => Asked::Prompt(named(Prompt::named(prompt), prompt)?),
                (None, Some(question)) => Asked::Own(question.clone()),
                (None, None) => Asked::Nothing,
            },
            said: Saying {
                sound: self.sound(tx, writer, words).await?,
                transcript: words.transcript.clone(),
                photo: self.photo(tx, writer, words).await?,
                ..Saying::typed(&words.text, language(&words.language)?)
            },
        };
        let id = Contribution::add(tx, definition, &new, self.at(&words.when)).await?;
        for translation in &words.translations {
            self.translation(tx, definition, &id, translation).await?;
        }
        self.contributions.insert(words.key.clone(), id);
        Ok(())
    }

    async fn sound(&self, tx: &mut Tx, by: &str, words: &data::DemoContribution) -> Or<Option<SoundId>> {
        let Some(name) = &words.sound else { return Ok(None) };
        Ok(Some(self.recording(tx, by, name, self.at(&words.when)).await?))
    }

    /// A file of `demo/sounds`, brought by somebody.
    pub(super) async fn recording(&self, tx: &mut Tx, by: &str, name: &str, at: At) -> Or<SoundId> {
        let kept = self.sounds.get(name).ok_or_else(|| format!("there is no recording {name}"))?;
        Ok(sound::bring(tx, &self.viewer(by)?, kept, at).await?)
    }

    async fn photo(&self, tx: &mut Tx, by: &str, words: &data::DemoContribution) -> Or<Option<Photo>> {
        let Some(paper) = &words.paper else { return Ok(None) };
        let kept = self.pictures.get(&paper.file).ok_or_else(|| format!("there is no picture {}", paper.file))?;
        let photo = photo::bring(tx, &self.viewer(by)?, kept, self.at(&words.when)).await?;
        Ok(Some(Photo { words: paper.description.clone(), ..photo }))
    }

    async fn translation(
        &self,
        tx: &mut Tx,
        definition: &Definition,
        words: &ContributionId,
        told: &data::DemoTranslation,
    ) -> Seeded {
        let all = Contribution::of_definition(tx, definition, STUDENT).await?;
        let words = all.iter().find(|there| there.id == *words).ok_or("a contribution went missing")?;
        let (by, at) = (&self.person(&told.by)?.id, self.at(&told.when));
        let tongue = language(&told.language)?;
        words.translate(tx, definition, by, (&told.text, &tongue, false), at).await?;
        let Some(checker) = &told.checked_by else { return Ok(()) };
        let checker = self.person(checker)?;
        let translations = Translation::of(tx, definition, std::slice::from_ref(words)).await?;
        let there = translations.iter().find(|there| there.translated_by == *by && there.language == tongue);
        let there = there.ok_or("a translation went missing")?;
        if !there.is_checked_by(&words.author_id, &checker.id, checker.role) {
            return Err(format!("{} cannot check this translation", checker.name).into());
        }
        kept(there.check(tx, &self.school.id, there.translated_at.0, &checker.id, at.plus_days(1)).await?)?;
        Ok(())
    }

    async fn version_asked(&self, tx: &mut Tx, definition: &Definition, version: &data::DemoVersion, at: At) -> Seeded {
        definition.ask(tx, &self.person(&version.by)?.id, at).await?;
        let asked = Version::newest_of(tx, definition).await?.ok_or("the version that was just asked is not there")?;
        for answer in &version.answers {
            let answering = definition::Affirming {
                person_id: self.person(&answer.person)?.id.clone(),
                answer: named(definition::AffirmationAnswer::named(&answer.answer), &answer.answer)?,
                said: Saying::typed(
                    answer.note.as_deref().unwrap_or_default(),
                    language(answer.language.as_deref().unwrap_or("en"))?,
                ),
                recorded_by: None,
            };
            asked.answer(tx, definition, &answering, self.at(&answer.when)).await?;
        }
        Ok(())
    }
}
