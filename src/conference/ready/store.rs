//! What is looked at before a conference, in the database.

use std::collections::{HashMap, HashSet};

use super::*;
use crate::at::At;
use crate::conference::Conference;
use crate::conference::moment::Plan;
use crate::id::{ConferenceId, SchoolId};
use crate::saved::Saved;
use crate::store::{Conn, Ids, StoreError, Tx, all, ids_in, maybe, run};

impl SchoolList {
    /// A school's list.
    pub async fn of(conn: &mut Conn, school: &SchoolId) -> Result<Self, StoreError> {
        let own = all!(
            conn,
            "SELECT id, words, version, put_away_at IS NOT NULL AS is_put_away FROM readiness_item
             WHERE school_id = $1 ORDER BY id",
            school
        )?;
        let put_away: Vec<(String,)> =
            all!(conn, "SELECT item FROM readiness_put_away WHERE school_id = $1 ORDER BY item", school)?;
        Ok(Self { own, put_away: put_away.iter().filter_map(|(word,)| Ours::named(word)).collect() })
    }

    /// Puts one of ours away, or asks it again.
    pub async fn put_ours_away(tx: &mut Tx, school: &SchoolId, item: Ours, away: bool) -> Result<(), StoreError> {
        run!(tx, "DELETE FROM readiness_put_away WHERE school_id = $1 AND item = $2", school, item)?;
        if away {
            run!(tx, "INSERT INTO readiness_put_away (school_id, item) VALUES ($1, $2)", school, item)?;
        }
        Ok(())
    }
}

impl SchoolItem {
    /// The one of this school with this id.
    pub async fn find(conn: &mut Conn, school: &SchoolId, id: &ReadinessItemId) -> Result<Option<Self>, StoreError> {
        maybe!(
            conn,
            "SELECT id, words, version, put_away_at IS NOT NULL AS is_put_away FROM readiness_item
             WHERE school_id = $1 AND id = $2",
            school,
            id
        )
    }

    /// Keeps a new one. Sent twice, there is one.
    pub async fn add(
        tx: &mut Tx,
        school: &SchoolId,
        id: &ReadinessItemId,
        words: &ItemWords,
    ) -> Result<Saved, StoreError> {
        let own = SchoolList::of(tx, school).await?.own;
        if own.len() >= SchoolList::MOST && !own.iter().any(|item| item.id == *id) {
            return Ok(Saved::Full);
        }
        run!(
            tx,
            "INSERT INTO readiness_item (id, school_id, words, version) VALUES ($1, $2, $3, 1)
             ON CONFLICT (id) DO NOTHING",
            id,
            school,
            words
        )?;
        Ok(Saved::if_theirs(Self::find(tx, school, id).await?.is_some()))
    }

    /// Words it differently, when it still is the one that the change was made from.
    pub async fn change(
        &self,
        tx: &mut Tx,
        school: &SchoolId,
        made_from: i64,
        words: &ItemWords,
    ) -> Result<Saved, StoreError> {
        let changed = run!(
            tx,
            "UPDATE readiness_item SET words = $4, version = version + 1
             WHERE school_id = $1 AND id = $2 AND version = $3",
            school,
            &self.id,
            made_from,
            words
        )?;
        Ok(Saved::unless_stale(changed))
    }

    /// Puts it away, or asks it again.
    pub async fn put_away(&self, tx: &mut Tx, school: &SchoolId, away: Option<At>) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE readiness_item SET put_away_at = $3 WHERE school_id = $1 AND id = $2",
            school,
            &self.id,
            away
        )?;
        Ok(())
    }
}

impl Progress {
    /// Of the plan of each of these conferences.
    pub async fn of_each(
        conn: &mut Conn,
        school: &SchoolId,
        list: &SchoolList,
        conferences: &[&Conference],
    ) -> Result<HashMap<ConferenceId, Self>, StoreError> {
        let known: Vec<(ConferenceId, String, String, String)> = all!(
            conn,
            concat!(
                "SELECT conference_id, kind, word, who FROM (
                    SELECT conference_id, 'moment' AS kind, purpose AS word, '' AS who, position, school_id FROM moment
                    UNION ALL SELECT conference_id, 'duty', duty, who, 0, school_id FROM conference_duty
                    UNION ALL SELECT conference_id, 'tick', item, '', 0, school_id FROM readiness_tick
                    UNION ALL SELECT DISTINCT conference_id, 'rehearsed', '', '', 0, rehearsal.school_id
                        FROM rehearsal_moment JOIN rehearsal ON rehearsal.id = rehearsal_id WHERE ended_at IS NOT NULL
                 ) known WHERE school_id = $1 AND conference_id IN ",
                ids_in!("$2"),
                " ORDER BY position"
            ),
            school,
            Ids::of(conferences.iter().map(|conference| &conference.id))
        )?;
        let mut purposes: HashMap<ConferenceId, Vec<Purpose>> = HashMap::new();
        let mut duties: HashMap<ConferenceId, Duties> = HashMap::new();
        let mut ticked: HashMap<ConferenceId, Vec<String>> = HashMap::new();
        let mut rehearsed: HashSet<ConferenceId> = HashSet::new();
        for (conference, kind, word, who) in known {
            match kind.as_str() {
                "moment" => purposes.entry(conference).or_default().extend(Purpose::named(&word)),
                "duty" => {
                    duties.entry(conference).or_default().who.extend(Duty::named(&word).map(|duty| (duty, who)));
                }
                "tick" => ticked.entry(conference).or_default().push(word),
                _ => {
                    rehearsed.insert(conference);
                }
            }
        }
        let progress = conferences.iter().map(|conference| {
            let purposes = purposes.remove(&conference.id).unwrap_or_default();
            let known = ChecklistFacts {
                facts: &conference.facts,
                purposes: &purposes,
                duties: &duties.remove(&conference.id).unwrap_or_default(),
                is_rehearsed: rehearsed.contains(&conference.id),
            };
            let ticked = ticked.remove(&conference.id).unwrap_or_default();
            let checklist = Checklist::of(list, &known, &ticked);
            (conference.id.clone(), Self { checklist, is_begun: !purposes.is_empty() })
        });
        Ok(progress.collect())
    }
}

impl Conference {
    /// The list of this conference, with its plan and who does what.
    pub async fn checklist(
        &self,
        conn: &mut Conn,
        list: &SchoolList,
        plan: &Plan,
        duties: &Duties,
    ) -> Result<Checklist, StoreError> {
        let ticked: Vec<(String,)> = all!(
            conn,
            "SELECT item FROM readiness_tick WHERE school_id = $1 AND conference_id = $2",
            &self.school_id,
            &self.id
        )?;
        let ticked: Vec<String> = ticked.into_iter().map(|(item,)| item).collect();
        let is_rehearsed = self.is_rehearsed(conn).await?;
        let purposes: Vec<Purpose> = plan.moments.iter().map(|moment| moment.words.purpose).collect();
        Ok(Checklist::of(
            list,
            &ChecklistFacts { facts: &self.facts, purposes: &purposes, duties, is_rehearsed },
            &ticked,
        ))
    }

    /// Ticks what is done of these items, and what is not is ticked no more.
    pub async fn tick(&self, tx: &mut Tx, items: &[(Item, bool)]) -> Result<(), StoreError> {
        self.hold(tx).await?;
        for (item, is_done) in items {
            run!(
                tx,
                "DELETE FROM readiness_tick WHERE school_id = $1 AND conference_id = $2 AND item = $3",
                &self.school_id,
                &self.id,
                item.word()
            )?;
            if *is_done {
                run!(
                    tx,
                    "INSERT INTO readiness_tick (school_id, conference_id, item) VALUES ($1, $2, $3)",
                    &self.school_id,
                    &self.id,
                    item.word()
                )?;
            }
        }
        Ok(())
    }
}
