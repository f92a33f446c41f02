//! A school's people, a page at a time, in the database.

use std::collections::{HashMap, HashSet};

use super::*;
use crate::at::At;
use crate::id::{AdvisoryId, PersonId, SchoolId};
use crate::person::roster::{Row, advisories, members};
use crate::person::{Role, find_as, in_order_of_names};
use crate::store::{Conn, Db, Ids, StoreError, all, ids_in, maybe, one, run};

impl Numbers {
    /// Of a school's people now.
    pub async fn of(conn: &mut Conn, school: &SchoolId, now: At) -> Result<Self, StoreError> {
        let by_role: Vec<(Role, i64)> = all!(
            conn,
            "SELECT role, count(*) FROM person WHERE school_id = $1 AND left_at IS NULL GROUP BY role",
            school
        )?;
        let with = |wanted| by_role.iter().find(|(role, _)| *role == wanted).map_or(0, |(_, number)| *number);
        let without_a_way_in = without_a_way_in(conn, school, now).await?;
        Ok(Self {
            leads: with(Role::Lead),
            advisors: with(Role::Advisor),
            students: with(Role::Student),
            families: with(Role::Family),
            without_a_way_in,
        })
    }
}

/// Those without a password, but for those with a code that still works: both are counted off an index.
async fn without_a_way_in(conn: &mut Conn, school: &SchoolId, now: At) -> Result<i64, StoreError> {
    let (without_password,): (i64,) = one!(
        conn,
        "SELECT count(*) FROM person
         WHERE school_id = $1 AND left_at IS NULL AND role IN ('student', 'advisor', 'lead')
            AND password_hash IS NULL AND username IS NOT NULL",
        school
    )?;
    let (with_a_code,): (i64,) = one!(
        conn,
        "SELECT count(*) FROM sign_in_code JOIN person ON person.id = sign_in_code.person_id
         WHERE sign_in_code.school_id = $1 AND used_at IS NULL AND expires_at > $2 AND person.school_id = $1
            AND left_at IS NULL AND role IN ('student', 'advisor', 'lead')
            AND password_hash IS NULL AND username IS NOT NULL",
        school,
        now
    )?;
    Ok(without_password - with_a_code)
}

impl Listing {
    /// The page that is wanted, of those who are at this school now.
    pub async fn of(conn: &mut Conn, school: &SchoolId, wanted: &Wanted, now: At) -> Result<Self, StoreError> {
        let somebody: Option<(PersonId,)> = maybe!(
            conn,
            "SELECT id FROM person
             WHERE school_id = $1 AND left_at IS NULL AND role IN ('student', 'advisor', 'family') LIMIT 1",
            school
        )?;
        let (pages, here, parts) = match wanted {
            Wanted { find, show: None, page } if find.trim().is_empty() => by_group(conn, school, *page).await?,
            wanted => found(conn, school, wanted, now).await?,
        };
        let sections = filled(conn, school, parts, now).await?;
        let without_a_way_in = without_a_way_in(conn, school, now).await?;
        Ok(Self { sections, pages, here, without_a_way_in, is_only_leads: somebody.is_none() })
    }
}

/// A group and who of it stands on the page, in order; and its advisors.
struct PartRow {
    group: Group,
    advisors: Vec<PersonId>,
    people: Vec<PersonId>,
}

/// All pages, which of them is shown, and what stands on it.
type PageOfPeople = (Vec<Span>, usize, Vec<PartRow>);

async fn by_group(conn: &mut Conn, school: &SchoolId, page: usize) -> Result<PageOfPeople, StoreError> {
    let groups = groups(conn, school).await?;
    let sizes: Vec<usize> = groups.iter().map(|(_, size)| *size).collect();
    let pages = paged(&sizes);
    let spans = pages.iter().map(|pieces| span(&groups, pieces)).collect();
    let here = page.min(pages.len().saturating_sub(1));
    let pieces = pages.into_iter().nth(here).unwrap_or_default();
    let advisories = pieces.iter().filter_map(|piece| match groups.get(piece.group) {
        Some((Group::Of(advisory), _)) => Some(&advisory.id),
        _ => None,
    });
    let mut of_advisory = of_advisories(conn, school, advisories).await?;
    let mut parts = Vec::new();
    for ListPiece { group, from, to } in pieces {
        let Some((group, _)) = groups.get(group).cloned() else { continue };
        let (advisors, people) = match &group {
            Group::Of(advisory) => of_advisory.remove(&advisory.id).unwrap_or_default(),
            Group::InNone => (Vec::new(), in_none(conn, school).await?),
            Group::Staff | Group::Found => (Vec::new(), staff(conn, school).await?),
        };
        let people = people.into_iter().skip(from).take(to - from).collect();
        parts.push(PartRow { group, advisors, people });
    }
    Ok((spans, here, parts))
}

/// Every group of a school with how many people are in it, in order.
async fn groups(conn: &mut Conn, school: &SchoolId) -> Result<Vec<(Group, usize)>, StoreError> {
    let advisories = advisories(conn, school).await?;
    let sizes: Vec<(Option<AdvisoryId>, i64)> = all!(
        conn,
        "SELECT advisory_member.advisory_id, count(*) FROM person
         LEFT JOIN advisory_member ON advisory_member.person_id = person.id
         WHERE person.school_id = $1 AND person.role = 'student' AND person.left_at IS NULL
         GROUP BY advisory_member.advisory_id",
        school
    )?;
    let sizes: HashMap<Option<AdvisoryId>, usize> =
        sizes.into_iter().map(|(id, size)| (id, usize::try_from(size).unwrap_or_default())).collect();
    let size_of = |id: Option<AdvisoryId>| sizes.get(&id).copied().unwrap_or_default();
    let in_none = size_of(None);
    let (staff,): (i64,) = one!(
        conn,
        "SELECT count(*) FROM person WHERE school_id = $1 AND left_at IS NULL AND role IN ('lead', 'advisor')",
        school
    )?;
    let staff = usize::try_from(staff).unwrap_or_default();
    let mut groups: Vec<(Group, usize)> = advisories
        .into_iter()
        .map(|advisory| {
            let size = size_of(Some(advisory.id.clone()));
            (Group::Of(advisory), size)
        })
        .collect();
    groups.extend((in_none > 0).then_some((Group::InNone, in_none)));
    groups.extend((staff > 0).then_some((Group::Staff, staff)));
    Ok(groups)
}

/// Of each of these advisories its advisors and its students, each in the order of their names.
async fn of_advisories(
    conn: &mut Conn,
    school: &SchoolId,
    advisories: impl Iterator<Item = &AdvisoryId>,
) -> Result<HashMap<AdvisoryId, (Vec<PersonId>, Vec<PersonId>)>, StoreError> {
    let mut people: Vec<(AdvisoryId, PersonId, Role, String)> = all!(
        conn,
        concat!(
            "SELECT advisory_id, person.id, role, name FROM advisory_member JOIN person ON person.id = person_id
             WHERE advisory_member.school_id = $1 AND left_at IS NULL AND advisory_id IN ",
            ids_in!("$2")
        ),
        school,
        Ids::of(advisories)
    )?;
    in_order_of_names(&mut people, |(.., name)| name);
    let mut of_advisory: HashMap<AdvisoryId, (Vec<PersonId>, Vec<PersonId>)> = HashMap::new();
    for (advisory, person, role, _) in people {
        let (advisors, students) = of_advisory.entry(advisory).or_default();
        match role {
            Role::Advisor => advisors.push(person),
            Role::Student => students.push(person),
            Role::Family | Role::Lead => {}
        }
    }
    Ok(of_advisory)
}

async fn in_none(conn: &mut Conn, school: &SchoolId) -> Result<Vec<PersonId>, StoreError> {
    let mut people: Vec<(PersonId, String)> = all!(
        conn,
        "SELECT id, name FROM person WHERE school_id = $1 AND role = 'student' AND left_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM advisory_member WHERE advisory_member.person_id = person.id)",
        school
    )?;
    in_order_of_names(&mut people, |(_, name)| name);
    Ok(people.into_iter().map(|(id, _)| id).collect())
}

/// Leads first.
async fn staff(conn: &mut Conn, school: &SchoolId) -> Result<Vec<PersonId>, StoreError> {
    let mut people: Vec<(PersonId, Role, String)> = all!(
        conn,
        "SELECT id, role, name FROM person WHERE school_id = $1 AND role IN ('lead', 'advisor') AND left_at IS NULL",
        school
    )?;
    in_order_of_names(&mut people, |(.., name)| name);
    people.sort_by_key(|(_, role, _)| *role != Role::Lead);
    Ok(people.into_iter().map(|(id, ..)| id).collect())
}

/// Those who are wanted: by name or username, a student also by somebody of the family.
async fn found(conn: &mut Conn, school: &SchoolId, wanted: &Wanted, now: At) -> Result<PageOfPeople, StoreError> {
    let nothing = (Vec::new(), 0, Vec::new());
    let everybody = [const { String::new() }; MOST_WORDS].map(|_| "%".to_owned());
    let words = match wanted.find.trim() {
        "" => everybody,
        find => match patterns(find) {
            Some(words) => words,
            None => return Ok(nothing),
        },
    };
    let shown = |one: ShownPeople| i64::from(wanted.show == Some(one));
    let named: Vec<(PersonId, String)> = all!(
        conn,
        "SELECT id, name FROM person
         WHERE school_id = $1 AND CASE WHEN left_at IS NULL THEN 0 ELSE 1 END = $10
            AND ((find_as LIKE $2 AND find_as LIKE $3 AND find_as LIKE $4 AND find_as LIKE $5)
                OR (role = 'student' AND $2 <> '%' AND EXISTS (SELECT 1 FROM kinship JOIN person kin ON kin.id = kinship.person_id
                    WHERE kinship.student_id = person.id AND kin.left_at IS NULL
                        AND kin.find_as LIKE $2 AND kin.find_as LIKE $3 AND kin.find_as LIKE $4 AND kin.find_as LIKE $5)))
            AND ($6 = 0 OR role = 'student') AND ($7 = 0 OR role = 'family') AND ($8 = 0 OR role IN ('lead', 'advisor'))
            AND ($9 = 0 OR (role <> 'family' AND username IS NOT NULL AND password_hash IS NULL
                AND NOT EXISTS (SELECT 1 FROM sign_in_code WHERE person_id = person.id AND used_at IS NULL
                    AND expires_at > $11)))
         ORDER BY find_as, id",
        school,
        &words[0],
        &words[1],
        &words[2],
        &words[3],
        shown(ShownPeople::Students),
        shown(ShownPeople::Families),
        shown(ShownPeople::Staff),
        shown(ShownPeople::NoWayIn),
        shown(ShownPeople::Gone),
        now
    )?;
    let label =
        |person: Option<&(PersonId, String)>| Label::Named(person.map(|(_, name)| name.clone()).unwrap_or_default());
    let spans: Vec<Span> = named
        .chunks(ON_A_PAGE)
        .map(|people| Span { first: label(people.first()), last: label(people.last()), part: None })
        .collect();
    let here = wanted.page.min(spans.len().saturating_sub(1));
    let people: Vec<PersonId> = named.into_iter().skip(here * ON_A_PAGE).take(ON_A_PAGE).map(|(id, _)| id).collect();
    if people.is_empty() {
        return Ok(nothing);
    }
    Ok((spans, here, vec![PartRow { group: Group::Found, advisors: Vec::new(), people }]))
}

/// Writes down how people are looked for, where an earlier version did not.
pub async fn tidy_find_as(db: &Db) -> Result<usize, StoreError> {
    let kept: Vec<(PersonId, String, Option<String>)> =
        all!(db.read().await?, "SELECT id, name, username FROM person WHERE find_as IS NULL")?;
    if kept.is_empty() {
        return Ok(0);
    }
    let mut tx = db.write().await?;
    for (person, name, username) in &kept {
        run!(&mut tx, "UPDATE person SET find_as = $2 WHERE id = $1", person, find_as(name, username.as_deref()))?;
    }
    tx.commit().await?;
    Ok(kept.len())
}

#[derive(sqlx::FromRow)]
struct TieRow {
    of_id: PersonId,
    #[sqlx(flatten)]
    related: Related,
}

/// Reads who stands on the page.
async fn filled(
    conn: &mut Conn,
    school: &SchoolId,
    parts: Vec<PartRow>,
    now: At,
) -> Result<Vec<ListSection>, StoreError> {
    let ids: HashSet<&PersonId> = parts.iter().flat_map(|part| part.advisors.iter().chain(&part.people)).collect();
    let ids = Ids::of(ids);
    let rows: Vec<Row> = all!(conn, members!(" AND person.id IN ", ids_in!("$3")), school, now, ids.clone())?;
    let members: HashMap<PersonId, Member> =
        rows.into_iter().map(|row| (row.id.clone(), row.member(Vec::new(), Vec::new()))).collect();
    let ties: Vec<TieRow> = all!(
        conn,
        concat!(
            "SELECT kinship.student_id AS of_id, person.id, person.name, kinship.words AS kinship FROM kinship
             JOIN person ON person.id = kinship.person_id AND left_at IS NULL
             WHERE kinship.school_id = $1 AND kinship.student_id IN ",
            ids_in!("$2"),
            " UNION ALL
             SELECT kinship.person_id AS of_id, person.id, person.name, kinship.words AS kinship FROM kinship
             JOIN person ON person.id = kinship.student_id AND left_at IS NULL
             WHERE kinship.school_id = $1 AND kinship.person_id IN ",
            ids_in!("$2")
        ),
        school,
        ids
    )?;
    let mut kin: Vec<(PersonId, Related)> = ties.into_iter().map(|tie| (tie.of_id, tie.related)).collect();
    in_order_of_names(&mut kin, |(_, kin)| &kin.name);
    let mut families: HashMap<PersonId, Vec<Related>> = HashMap::new();
    for (of, kin) in kin {
        families.entry(of).or_default().push(kin);
    }
    let listed = |id: PersonId| {
        let family = families.get(&id).cloned().unwrap_or_default();
        members.get(&id).cloned().map(|member| Listed { member, family })
    };
    let section = |part: PartRow| ListSection {
        group: part.group,
        advisors: part.advisors.iter().filter_map(|id| Some(members.get(id)?.person.name.clone())).collect(),
        people: part.people.into_iter().filter_map(listed).collect(),
    };
    Ok(parts.into_iter().map(section).collect())
}
