//! What happens to works between their versions: feedback and what became of it, checks and their answers; and aims.

use kinfolio::at::At;
use kinfolio::day::Day;
use kinfolio::id::*;
use kinfolio::permit::{NewPermit, PermitAsk};
use kinfolio::store::Tx;
use kinfolio::taking_back::{BinKind, Thrown};
use kinfolio::target::Target;
use kinfolio::target::aim::NewAim;
use kinfolio::work::*;

use super::{Filling, Or, Seeded, kept, language, named};
use crate::demo::data::{self, What};

impl Filling {
    pub(super) async fn event(&self, tx: &mut Tx, id: &WorkId, work: &data::DemoWork, what: &What, at: At) -> Seeded {
        let kept = self.find_work(tx, &self.viewer(&work.student)?, id).await?;
        match what {
            What::Feedback { by, text, language: tag, place } => {
                let tongue = tag.as_deref().unwrap_or("en");
                self.give(tx, &kept, (by, None, text, tongue), place, at).await
            }
            What::Peer { by, starter, text, language, place } => {
                let starter = named(Starter::named(starter), starter)?;
                self.give(tx, &kept, (by, Some(starter), text, language), place, at).await
            }
            What::Became { feedback, use_made, reason, language: tongue } => {
                let heard = heard(tx, &kept, *feedback).await?;
                let became = (named(UseMade::named(use_made), use_made)?, reason.as_str(), &language(tongue)?);
                super::kept(heard.say_what_became(tx, &kept, None, became, at).await?)?;
                Ok(())
            }
            What::Peers { question, language: tongue } => {
                Ok(kept.ask_peers(tx, question, &language(tongue)?, at).await?)
            }
            What::Teacher { who, asks, question, language: tongue } => {
                let new = NewPermit {
                    id: &PermitId::new(),
                    work: id,
                    student: &kept.student_id,
                    holder: &self.person(who)?.id,
                    asks: named(PermitAsk::named(asks), asks)?,
                    question,
                    language: &language(tongue)?,
                };
                Ok(new.give(tx, &self.viewer(&work.student)?, at).await?)
            }
            What::Corrected { feedback, text } => {
                let said = heard(tx, &kept, *feedback).await?;
                let language = said.language.clone();
                super::kept(said.correct(tx, &kept, said.version, (text, &language), at).await?)
            }
            What::TakenBack { feedback, by } => {
                let said = heard(tx, &kept, *feedback).await?;
                match BinKind::Feedback.throw_away(tx, &self.viewer(by)?, &said.id, &said.text, at).await? {
                    Thrown::InBin(_) => Ok(()),
                    Thrown::Withdrawn(_) | Thrown::Stays => Err("this feedback was answered".into()),
                }
            }
            What::Binned => Ok(kept.put_into_bin(tx, at).await?),
            What::Hide { feedback, by, reason } => {
                let heard = heard(tx, &kept, *feedback).await?;
                Ok(heard.hide(tx, &kept, &self.person(by)?.id, reason, at).await?)
            }
            What::Ask { wish, wish_language } => {
                let tongue = language(wish_language.as_deref().unwrap_or("en"))?;
                let wish = wish.as_deref().map(|wish| (wish, &tongue));
                kept.ask_for_check(tx, wish, at)
                    .await?
                    .map_err(|why| format!("nobody can ask for this check: {why:?}"))?;
                Ok(())
            }
            What::WishAnswer { by, answer, words } => {
                let said = (named(WishAnswer::named(answer), answer)?, words.as_str());
                let check = waiting(tx, &kept).await?;
                check.answer_wish(tx, &kept, &WishAnswerId::new(), &self.person(by)?.id, said, at).await?;
                Ok(())
            }
            What::Answer { by, answers } => {
                let check = waiting(tx, &kept).await?;
                let mut said = Vec::new();
                for answer in answers {
                    said.push(self.answering(tx, answer).await?);
                }
                check.answer(tx, &kept, &self.person(by)?.id, &said, at).await?;
                Ok(())
            }
            What::Shows { shows } => Ok(kept.show(tx, named(Shows::named(shows), shows)?).await?),
        }
    }

    async fn give(
        &self,
        tx: &mut Tx,
        work: &Work,
        (by, starter, text, tongue): (&str, Option<Starter>, &str, &str),
        place: &data::DemoPlace,
        at: At,
    ) -> Seeded {
        let latest = work.latest(tx).await?.ok_or("a work has a revision")?;
        let picture = place.picture.and_then(|place| latest.pictures.get(place));
        let picture = picture.map(|picture| picture.id.to_string()).unwrap_or_default();
        let typed = TypedPointing {
            passage: &place.passage,
            picture: &picture,
            spot: &place.spot,
            minute: &place.minute,
            recording: "",
        };
        let pointing = Pointing::checked(&latest, typed)
            .map_err(|_| format!("feedback on {} points at nothing: {:?}", work.title, place.passage))?;
        let new = NewFeedback {
            id: &FeedbackId::new(),
            revision: &latest.id,
            author: &self.person(by)?.id,
            starter,
            text,
            language: &language(tongue)?,
            pointing: &pointing,
        };
        kept(work.give_feedback(tx, &new, at).await?)?;
        Ok(())
    }

    async fn answering(&self, tx: &mut Tx, answer: &data::DemoAnswer) -> Or<Answering> {
        let target_id = self.id(&self.targets, &answer.target)?;
        let target = Target::find(tx, &self.school.id, &target_id).await?.ok_or("a target that is there")?;
        let said = target.criteria().into_iter().zip(&answer.said).enumerate();
        let said = said
            .filter(|(_, (_, words))| !words.is_empty())
            .map(|(place, (criterion, words))| (place as i64, CriterionWords { criterion, words: words.clone() }));
        let mut waved = Vec::new();
        for wave in &answer.waved {
            waved.push((self.id(&self.targets, &wave.below)?, wave.reason.clone()));
        }
        Ok(Answering {
            mastery: named(Mastery::named(&answer.answer), &answer.answer)?,
            next_step: answer.next_step.clone().unwrap_or_default(),
            said: said.collect(),
            waved,
            target_id,
        })
    }

    pub(super) async fn aim(&self, tx: &mut Tx, aim: &data::DemoAim) -> Seeded {
        let student = self.student(tx, &aim.student).await?;
        let target_id = aim.target.as_ref().map(|key| self.id(&self.targets, key)).transpose()?;
        let by_day = aim.by.map(|days| Day::of(self.today, &self.school.time_zone).plus_days(days));
        let (id, new) = (AimId::new(), NewAim { target_id, what: aim.what.clone(), by_day });
        kept(student.aim(tx, &id, &new, self.today.plus_days(aim.made)).await?)?;
        if let Some(days) = aim.done {
            let aims = student.aims(tx).await?;
            let noted = aims.iter().find(|aim| aim.id == id).ok_or("an aim that was just noted")?;
            noted.mark(tx, &self.school.id, Some(self.today.plus_days(days))).await?;
        }
        Ok(())
    }
}

/// Feedback on a work, counted from its first.
async fn heard(tx: &mut Tx, work: &Work, place: usize) -> Or<Feedback> {
    let all = work.feedback(tx).await?;
    all.into_iter().nth(place).ok_or_else(|| format!("{} has no feedback {place}", work.title).into())
}

async fn waiting(tx: &mut Tx, work: &Work) -> Or<Check> {
    let checks = work.checks(tx).await?;
    checks.into_iter().rfind(|check| check.answered.is_none()).ok_or_else(|| "nobody asked for this check".into())
}
