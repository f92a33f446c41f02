//! A portfolio in full, to be printed: every work that can be seen in it, once, with all that it says and shows.

use std::collections::HashSet;

use super::Portfolio;
use crate::id::WorkId;
use crate::person::Student;
use crate::store::{Conn, StoreError};
use crate::work::{Revision, Work, WorkCard};

/// A work as it is bound.
#[derive(Clone, Debug)]
pub struct BoundWork {
    pub card: WorkCard,
    /// As it is now.
    pub latest: Option<Revision>,
}

/// A portfolio with everything that is in it.
#[derive(Clone, Debug)]
pub struct Bound {
    pub portfolio: Portfolio,
    works: Vec<BoundWork>,
}

impl Bound {
    /// What whoever looks may see of a portfolio, in full: the works come from the portfolio as they see it, and from
    /// nowhere else.
    pub async fn seen(conn: &mut Conn, student: &Student) -> Result<Self, StoreError> {
        let portfolio = Portfolio::seen(conn, student).await?;
        let stands: HashSet<&WorkId> = portfolio.stands().map(|stand| &stand.work).collect();
        let mut cards = Work::of_student(conn, student).await?;
        cards.retain(|card| stands.contains(&card.work.id));
        let mut latest = Work::latest_of_each(conn, &student.school_id, stands).await?;
        let mut works = Vec::new();
        for card in cards {
            let mut latest = latest.remove(&card.work.id);
            Revision::make_readable(latest.as_mut_slice()).await;
            works.push(BoundWork { card, latest });
        }
        Ok(Self { portfolio, works })
    }

    /// A work in full.
    pub fn work(&self, id: &WorkId) -> Option<&BoundWork> {
        self.works.iter().find(|bound| bound.card.work.id == *id)
    }
}
