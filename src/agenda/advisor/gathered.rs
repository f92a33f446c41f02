//! What an advisor's Today comes from: what is asked is asked for all students at once, however many they are.

use std::collections::HashMap;

use super::unread::UnreadRow;
use super::{AdvisorFacts, AdvisorStep, CannotRead, LatelyHeard, WaitingStep, in_order, steps};
use crate::agenda::{FRESH_DAYS, PutOff, TheDay};
use crate::at::At;
use crate::commitment::Commitment;
use crate::conference::Conference;
use crate::conference::ready::{Progress, SchoolList};
use crate::day::Day;
use crate::definition::{Contribution, Definition, Section, Statement, Version};
use crate::grant::AskedAnew;
use crate::id::{ConferenceId, PersonId};
use crate::person::{Role, Student, Viewer};
use crate::policy::Action;
use crate::store::{Conn, StoreError};
use crate::time::ChosenTime;
use crate::work::{Check, WaitingCheck};
use crate::worry::WaitingWorry;

/// What Today is made of.
#[derive(Clone, Debug)]
pub struct AdvisorAgenda {
    /// What waits, in order.
    pub waiting: Vec<WaitingStep>,
    /// Everybody, A to Z.
    pub lines: Vec<BoardLine>,
    /// What was put off, or away: it can be brought back.
    pub put_off: Vec<WaitingStep>,
    /// The advisor's own promises that are asked about.
    pub asked: Vec<Commitment>,
}

/// One student on the board.
#[derive(Clone, Debug)]
pub struct BoardLine {
    pub student: Student,
    /// Who has contributed to the definition, as far as the advisor may hear them; none when there is no definition.
    pub voices: Option<Vec<(Role, String)>>,
    pub day: Option<TheDay>,
    /// Of the plan for the day.
    pub progress: Option<Progress>,
    pub checks: Vec<WaitingCheck>,
}

kinds! {
    /// What an advisor looks for among their students.
    pub enum Missing {
        /// Nobody of the family has said anything in the definition.
        FamilyVoice = "family-voice",
        Definition = "definition",
        /// Neither chosen nor planned.
        Day = "day",
        /// There is a day, and nothing is planned.
        Plan = "plan",
    }
}

impl BoardLine {
    /// Whether it is missing here.
    pub fn lacks(&self, missing: Missing) -> bool {
        match missing {
            Missing::FamilyVoice => {
                self.voices.as_ref().is_some_and(|voices| !voices.iter().any(|(role, _)| *role == Role::Family))
            }
            Missing::Definition => self.voices.is_none(),
            Missing::Day => self.day.is_none(),
            Missing::Plan => self.day.is_some() && !self.progress.as_ref().is_some_and(|progress| progress.is_begun),
        }
    }
}

impl AdvisorAgenda {
    /// Of an advisor who accompanies these students.
    pub async fn of(conn: &mut Conn, viewer: &Viewer, students: Vec<Student>, now: At) -> Result<Self, StoreError> {
        let (school, zone) = (&viewer.school_id, viewer.time_zone.as_str());
        let ids = || students.iter().map(|student| &student.id);
        let mut definitions = Definition::current_of_each(conn, school, ids()).await?;
        let of_definitions = || definitions.values().map(|definition| &definition.id);
        let mut spoken = Contribution::voices_of_each(conn, viewer, of_definitions()).await?;
        let mut versions = Version::waiting_for(conn, viewer, of_definitions()).await?;
        let mut unread = UnreadRow::of_each(conn, school, of_definitions()).await?;
        let in_question = Statement::in_question_of_each(conn, school, of_definitions()).await?;
        let conferences = Conference::of_each(conn, school, ids()).await?;
        let mut chosen = ChosenTime::of_each(conn, school, ids(), now).await?;
        let mut days: HashMap<PersonId, TheDay> = HashMap::new();
        for id in ids() {
            let own = conferences.get(id).map_or(&[][..], Vec::as_slice);
            days.extend(
                TheDay::of(own, chosen.remove(id).as_ref(), now, zone)
                    .map(|day| (id.clone(), day.read_by(&viewer.person_id))),
            );
        }
        let planned: Vec<&ConferenceId> = days.values().filter_map(|day| day.conference.as_ref()).collect();
        let planned: Vec<&Conference> =
            conferences.values().flatten().filter(|one| planned.contains(&&one.id)).collect();
        let list = SchoolList::of(conn, school).await?;
        let mut progress = Progress::of_each(conn, school, &list, &planned).await?;
        let mut checks: HashMap<PersonId, Vec<WaitingCheck>> = HashMap::new();
        for check in Check::waiting_for(conn, viewer).await? {
            checks.entry(check.student_id.clone()).or_default().push(check);
        }
        let mut signs = Signs::of_each(conn, school, ids(), now).await?;
        // Hardly ever does anybody: nothing more is read then.
        let asking: Vec<&PersonId> = ids().filter(|id| signs.get(*id).is_some_and(|signs| signs.asks_anew)).collect();
        let mut asked_anew: HashMap<PersonId, Vec<AskedAnew>> = HashMap::new();
        if !asking.is_empty() {
            asked_anew = AskedAnew::of_each(conn, school, asking).await?;
        }
        let mut news = LatelyHeard::lately(conn, viewer, ids(), now.plus_days(-FRESH_DAYS), now).await?;
        let asked = Commitment::waiting_for(conn, viewer, now).await?;
        let worries = WaitingWorry::of(conn, viewer).await?;
        let put_off = PutOff::of(conn, viewer).await?;
        let today = Day::of(now, zone);
        let mut waiting: Vec<WaitingStep> = asked
            .iter()
            .map(|promise| WaitingStep {
                student: promise.student_id.clone(),
                step: AdvisorStep::SayHowItWent(promise.id.clone()),
                since: promise.starts_at,
            })
            .collect();
        waiting.extend(worries.into_iter().map(|worry| WaitingStep {
            student: worry.student_id.clone(),
            since: worry.since,
            step: AdvisorStep::HearWorry(worry),
        }));
        let mut lines = Vec::new();
        for student in &students {
            let id = &student.id;
            let definition = definitions.remove(id).map(|definition| definition.looked_at_by(&viewer.person_id));
            let heard = definition
                .as_ref()
                .map(|definition| voices(spoken.remove(&definition.id).unwrap_or_default(), definition, student));
            let version = definition.as_ref().and_then(|definition| {
                let version = versions.remove(&definition.id)?;
                let is_readable = !version.wording.lines(definition, student.standing).is_empty();
                is_readable.then_some((version.id, version.asked_at))
            });
            let asked_about = in_question.iter().filter(|one| {
                definition.as_ref().is_some_and(|definition| {
                    one.definition_id == definition.id
                        && definition.may(student.standing, Action::SeeSection, one.section)
                })
            });
            let asked_about = asked_about.map(|one| (one.statement_id.clone(), one.since)).collect();
            let cannot_read = definition.as_ref().and_then(|definition| {
                CannotRead::among(unread.remove(&definition.id).unwrap_or_default(), definition, student)
            });
            let day = days.remove(id);
            let conference = day.as_ref().and_then(|day| day.conference.as_ref());
            let progress = conference.and_then(|conference| progress.remove(conference));
            let checks = checks.remove(id).unwrap_or_default();
            let signs = signs.remove(id).unwrap_or_default();
            let news = news.remove(id).unwrap_or_default();
            let facts = AdvisorFacts {
                student: id.clone(),
                day: day.clone(),
                has_moments: progress.as_ref().is_some_and(|progress| progress.is_begun),
                checks: checks.iter().map(|check| (check.work_id.clone(), check.asked_at)).collect(),
                version_to_answer: version,
                in_question: asked_about,
                cannot_read,
                has_school_voice: heard.as_ref().map(|voices| voices.iter().any(|(role, _)| *role == Role::Advisor)),
                is_to_be_read_again: definition.as_ref().is_some_and(|one| one.is_to_be_read_again(today)),
                news: news.into_iter().filter(|news| news.may_be_read(definition.as_ref(), student)).collect(),
                has_signed_in: signs.has_signed_in,
                family_has_a_way_in: signs.family_has_a_way_in,
                asked_anew: asked_anew.remove(id).unwrap_or_default(),
                last_heard: signs.last_heard,
            };
            waiting.extend(steps(&facts, now));
            lines.push(BoardLine { student: student.clone(), voices: heard, day, progress, checks });
        }
        let (waiting, put_off) = in_order(waiting, &put_off, today);
        Ok(Self { waiting, put_off, lines, asked })
    }
}

/// Each voice that the advisor may hear once, in the order student, family, school.
fn voices(spoken: Vec<(Section, Role, String)>, definition: &Definition, student: &Student) -> Vec<(Role, String)> {
    let may = |section| definition.may(student.standing, Action::SeeSection, section);
    let heard = spoken.into_iter().filter(|(section, ..)| may(*section));
    let mut voices: Vec<(Role, String)> = heard.map(|(_, role, name)| (role, name)).collect();
    voices.sort();
    voices.dedup();
    voices
}

/// What shows that a student and their family are there.
#[derive(Clone, Debug, Default)]
struct Signs {
    has_signed_in: bool,
    family_has_a_way_in: bool,
    /// Whether somebody of the family has asked for a new link.
    asks_anew: bool,
    last_heard: Option<At>,
}

mod store {
    use super::*;
    use crate::id::SchoolId;
    use crate::store::{Ids, all, ids_in};

    #[derive(sqlx::FromRow)]
    struct SignsRow {
        id: PersonId,
        has_come_in: bool,
        family_in: bool,
        asks_anew: bool,
        worked_at: Option<At>,
        came_at: Option<At>,
    }

    impl Signs {
        /// Of each of these students.
        pub(super) async fn of_each(
            conn: &mut Conn,
            school: &SchoolId,
            students: impl IntoIterator<Item = &PersonId>,
            now: At,
        ) -> Result<HashMap<PersonId, Self>, StoreError> {
            let rows: Vec<SignsRow> = all!(
                conn,
                concat!(
                    // When a student worked on what is for them alone is theirs alone.
                    "SELECT id, (password_hash IS NOT NULL
                            OR EXISTS (SELECT 1 FROM work WHERE work.student_id = person.id)) AS has_come_in,
                        EXISTS (SELECT 1 FROM family_grant WHERE family_grant.student_id = person.id
                            AND ended_at IS NULL AND expires_at > $3) AS family_in,
                        EXISTS (SELECT 1 FROM kinship JOIN link_asked ON link_asked.person_id = kinship.person_id
                            WHERE kinship.student_id = person.id) AS asks_anew,
                        (SELECT max(changed_at) FROM work WHERE work.student_id = person.id
                            AND work.audience <> 'me') AS worked_at,
                        (SELECT max(started_at) FROM session WHERE session.person_id = person.id) AS came_at
                     FROM person WHERE school_id = $1 AND id IN ",
                    ids_in!("$2")
                ),
                school,
                Ids::of(students),
                now
            )?;
            let signs = rows.into_iter().map(|row| {
                let last_heard = row.worked_at.max(row.came_at);
                let has_signed_in = row.has_come_in || last_heard.is_some();
                let (family_has_a_way_in, asks_anew) = (row.family_in, row.asks_anew);
                (row.id, Self { has_signed_in, family_has_a_way_in, asks_anew, last_heard })
            });
            Ok(signs.collect())
        }
    }
}
