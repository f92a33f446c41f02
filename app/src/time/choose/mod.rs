//! `/student/{student}/time`: a family chooses a time; an advisor enters what was said on the phone or on paper.

mod confirm;
mod free;

use kinfolio::at::At;
use kinfolio::field;
use kinfolio::id::{PersonId, TimeId};
use kinfolio::language::Language;
use kinfolio::person::{Kin, Person, Role, Student};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::time::{Booked, Choosing, ChosenTime, Ended, Time, TypedChoosing, nearest};
use kinfolio::words::{Problem, Problems};

use crate::asking::{Asking, In, go, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::refusal::{Answer, Refusal};
use crate::said::Done;
use crate::wording::{apart, written};

/// How many other times are offered when one is gone.
const OTHERS: usize = 5;

/// What is needed to choose.
struct ChoosePage {
    student: Student,
    kin: Vec<Kin>,
    /// What nobody has chosen, and the one who chooses can come to.
    free: Vec<Time>,
    own: Option<ChosenTime>,
    lost: Option<Ended>,
    /// What the family has chosen for brothers and sisters.
    siblings: Vec<ChosenTime>,
    /// Brothers and sisters without a time.
    waiting: Vec<Person>,
    zone: String,
    /// Who chooses: the family member, or nobody where an advisor enters it.
    chooser: Option<PersonId>,
    /// The language they ask an interpreter for; empty where they need none, or have not said.
    needs: String,
    now: At,
}

impl ChoosePage {
    async fn of(asking: &Asking, conn: &mut Conn, id: &PersonId) -> Result<Self, Refusal> {
        let viewer = asking.viewer()?.clone();
        let student = asking.student(conn, id, Action::ChooseTime).await?;
        let now = asking.now();
        let own = student.chosen_time(conn, now).await?.map(|chosen| chosen.read_by(&viewer));
        let lost = student.lost_time(conn, own.as_ref(), now).await?;
        let (mut siblings, mut waiting) = (Vec::new(), Vec::new());
        if viewer.role == Role::Family {
            siblings = ChosenTime::of_person(conn, &viewer, now).await?;
            siblings = siblings.into_iter().map(|chosen| chosen.read_by(&viewer)).collect();
            waiting = Student::of_viewer(conn, &viewer).await?;
        }
        waiting.retain(|other| other.id != student.id && !siblings.iter().any(|choice| choice.student_id == other.id));
        siblings.retain(|choice| choice.student_id != student.id);
        let mut free = student.free_times(conn, now).await?;
        let elsewhere: Vec<&ChosenTime> =
            siblings.iter().filter(|choice| choice.person_id == viewer.person_id).collect();
        // Those with the student's own advisor come first.
        free.sort_by_key(|time| !time.host.is_empty());
        free.retain(|time| !elsewhere.iter().any(|choice| choice.time.overlaps(time)));
        Ok(Self {
            kin: student.kin(conn).await?,
            needs: own.as_ref().map(|own| own.needs.clone()).unwrap_or_default(),
            free,
            own,
            lost,
            siblings,
            waiting,
            zone: viewer.time_zone,
            chooser: (viewer.role == Role::Family).then_some(viewer.person_id),
            now,
            student,
        })
    }

    fn here(&self) -> String {
        format!("/student/{}/time", self.student.id)
    }

    fn named(&self, id: &str) -> Option<&Time> {
        let own = self.own.iter().map(|own| &own.time);
        self.free.iter().chain(own).find(|time| time.id.as_str() == id)
    }

    /// The time of somebody else of the family, which whoever chooses would take or move.
    fn others(&self) -> Option<&ChosenTime> {
        let chooser = self.chooser.as_ref()?;
        self.own.as_ref().filter(|own| own.person_id != *chooser)
    }

    /// What a form carries that was made from this reading.
    fn mark(&self) -> String {
        self.own.as_ref().map(ChosenTime::mark).unwrap_or_default()
    }
}

/// The free times; with `?time=` one of them, to be chosen.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let mut table = ChoosePage::of(&asking, &mut conn, &id).await?;
    drop(conn);
    let asked = asking.query();
    if asked.has(field::NEEDS) {
        table.needs = Language::tagged(asked.get(field::NEEDS)).map(|tag| tag.tag().to_owned()).unwrap_or_default();
    }
    match table.named(asked.get(field::TIME)).cloned() {
        Some(time) => confirm::show(&asking, table, vec![time], Form::default()).await,
        None => free::show(&asking, table).await,
    }
}

/// Chooses a time, in place of the one there was. Who comes too late is offered the nearest ones, with all they typed.
pub async fn choose(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let mut table = ChoosePage::of(&asking, &mut tx, &id).await?;
    let mut stale = None;
    let problems = match Choosing::checked(&typed(&fields), table.chooser.as_ref(), &table.kin) {
        Err(problems) => problems,
        Ok(choosing) => {
            let by = asking.viewer()?.person_id.clone();
            let locale = asking.locale;
            let before = asking.before(&mut tx, SeenAct::ChooseTime, &id).await?;
            let problem = match table.student.choose(&mut tx, &choosing, &by, asking.now()).await? {
                Booked::Yes => {
                    return asking.done(tx, before, table.here(), Done::TimeChosen).await;
                }
                Booked::Noted => {
                    return asking.done(tx, before, table.here(), Done::TimeNoted).await;
                }
                Booked::Taken => (field::TIME, Problem::Said(say_in!(locale, time.taken))),
                Booked::NotThisWay => (field::WAY, Problem::Choose),
                Booked::Elsewhere(other) => {
                    let name = apart(&other.student_called);
                    (field::TIME, Problem::Said(say_in!(locale, time.elsewhere, name = name)))
                }
                Booked::Stale(newer) => {
                    stale = Some(newer);
                    (field::NOTE, Problem::Said(say_in!(locale, time.stale)))
                }
            };
            Problems::from([problem])
        }
    };
    drop(tx);
    let form = match &stale {
        Some(newer) => {
            let mut values = fields.values.clone();
            values.set(field::MADE_FROM, newer.mark());
            Form::stale_as(values, problems.clone())
        }
        None => Form::again(&fields, problems.clone()),
    };
    let viewer = asking.viewer()?;
    table.own = stale.map(|newer| newer.read_by(viewer)).or(table.own);
    let times = offered_instead(&table, &fields, &problems);
    confirm::show(&asking, table, times, form).await
}

/// The time that was asked for, or, where it is gone, those nearest to it.
fn offered_instead(table: &ChoosePage, fields: &Fields, problems: &Problems) -> Vec<Time> {
    let wanted = table.named(fields.get(field::TIME));
    if let (Some(time), None) = (wanted, problems.of(field::TIME)) {
        return vec![time.clone()];
    }
    let at = wanted.map(|time| time.starts_at).or_else(|| Some(At(fields.parsed(field::AT)?)));
    let free: Vec<Time> =
        table.free.iter().filter(|time| Some(&time.id) != wanted.map(|time| &time.id)).cloned().collect();
    nearest(&free, at.unwrap_or(table.now), OTHERS).into_iter().cloned().collect()
}

/// What a form chooses.
fn typed(fields: &Fields) -> TypedChoosing<'_> {
    TypedChoosing {
        time: fields.get(field::TIME),
        way: fields.get(field::WAY),
        person: fields.get(field::PERSON),
        needs: fields.get(field::NEEDS),
        note: fields.get(field::NOTE),
        made_from: fields.get(field::MADE_FROM),
    }
}

/// `/student/{student}/time/give-back`: somebody else can have it. An advisor says first what the family is told.
pub async fn give_back(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let student = asking.student(&mut tx, &id, Action::ChooseTime).await?;
    let time: TimeId = fields.parsed(field::TIME).ok_or(Refusal::NotFound)?;
    let own = student.chosen_time(&mut tx, asking.now()).await?.filter(|own| own.time.id == time);
    if let Some(own) = own {
        if viewer.role != Role::Family {
            return go(format!("/choice/{}", own.choice_id));
        }
        let language = written(asking.locale);
        let before = asking.before(&mut tx, SeenAct::ChooseTime, &id).await?;
        own.end(&mut tx, &viewer.school_id, &viewer.person_id, ("", &language), asking.now()).await?;
        return asking.done(tx, before, format!("/student/{id}/time"), Done::TimeGivenBack).await;
    }
    go_saying(format!("/student/{id}/time"), Done::TimeGivenBack)
}
