//! A plan with all that it is read with, as far as whoever looks may see it.

use kinfolio::conference::Conference;
use kinfolio::conference::moment::{Moment, Plan};
use kinfolio::definition::{Definition, Statement};
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::work::{Work, WorkCard, WorkState};

use crate::refusal::Refusal;

/// A plan, with the statements and works that whoever looks may see: what is not theirs to see is not in it.
#[derive(Clone)]
pub struct Readable {
    pub conference: Conference,
    pub student: Student,
    pub plan: Plan,
    pub statements: Vec<Statement>,
    pub works: Vec<WorkCard>,
}

impl Readable {
    /// Everything a plan is read with.
    pub async fn of(conn: &mut Conn, conference: Conference, student: Student) -> Result<Self, Refusal> {
        let plan = conference.plan(conn).await?;
        let day = conference.facts.starts_at;
        let statements = match Definition::at(conn, &student.school_id, &student.id, day).await? {
            Some(definition) => Statement::of_definition(conn, &definition, student.standing).await?,
            None => Vec::new(),
        };
        let mut works = Work::of_student(conn, &student).await?;
        works.retain(|card| card.state != WorkState::Draft);
        Ok(Self { conference, student, plan, statements, works })
    }

    /// Whether whoever looks leads it.
    pub fn leads(&self) -> bool {
        self.student.standing.may_at_all(Action::LeadConference)
    }

    /// Whether whoever looks is told that an interpreter will be there. Not to family: which of them asked for one is not for
    /// the others. Everybody reads how long it takes with one.
    pub fn tells_of_interpreter(&self) -> bool {
        self.conference.facts.interpreter && self.student.standing.role != Role::Family
    }

    /// The statements a moment speaks for.
    pub fn statements_of(&self, moment: &Moment) -> Vec<&Statement> {
        let spoken: Vec<_> = self.plan.statements_of(&moment.id).collect();
        self.statements.iter().filter(|statement| spoken.contains(&&statement.id)).collect()
    }

    /// The works a moment shows.
    pub fn works_of(&self, moment: &Moment) -> Vec<&WorkCard> {
        let shown: Vec<_> = self.plan.works_of(&moment.id).collect();
        self.works.iter().filter(|card| shown.contains(&&card.work.id)).collect()
    }
}
