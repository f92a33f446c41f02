//! Every address of the program, walked as everybody: what the policy forbids never answers as if it were allowed.

use kinfolio::id::PersonId;
use kinfolio::language::Languages;
use kinfolio::person::deed::Deed;
use kinfolio::person::{Person, Role};
use kinfolio::policy::{Audience, Relation, may};
use kinfolio_app::limits::Takes;
use kinfolio_server::router::{Requires, Route, routes};

use crate::promise;
use crate::things::one_of_everything;
use crate::world::World;

/// Somebody of the staff, new here.
async fn one_of_staff(world: &World, name: &str) -> Person {
    let person = Person {
        id: PersonId::new(),
        school_id: world.school.clone(),
        role: Role::Advisor,
        name: name.to_owned(),
        called: None,
        username: Some(name.to_lowercase()),
        languages: Languages::default(),
    };
    let mut tx = world.services.db.write().await.expect("a transaction");
    let now = world.services.clock.now();
    Deed::Add(person.clone()).carry_out(&mut tx, &world.school, now).await.expect("a person");
    tx.commit().await.expect("kept");
    person
}

/// The student asks a teacher about their work.
async fn let_in(world: &World, work: &str, teacher: &Person) {
    let asks = [("teacher", teacher.id.as_str()), ("teacher_asks", "feedback")];
    world.student().await.post(&format!("/work/{work}/teacher"), &asks).await.leads_to("/work/");
}

/// Whether an address is about the work that somebody was let in to.
fn is_of_the_work(path: &str) -> bool {
    ["{work}", "{picture}", "{file}", "{document}", "{check}"].iter().any(|thing| path.contains(thing))
}

/// Everybody, by how they stand to the student.
fn everybody(world: &World) -> Vec<(&Person, Relation)> {
    let people = &world.people;
    vec![
        (&people.student, Relation::Own),
        (&people.advisor, Relation::SameAdvisory),
        (&people.classmate, Relation::SameAdvisory),
        (&people.lead, Relation::OtherAdvisory),
        (&people.other_advisor, Relation::OtherAdvisory),
        (&people.other_student, Relation::OtherAdvisory),
        (&people.family, Relation::LinkedFamily),
        (&people.classmates_family, Relation::UnlinkedFamily),
        (&people.other_school_lead, Relation::OtherSchool),
        (&people.other_school_advisor, Relation::OtherSchool),
        (&people.other_school_student, Relation::OtherSchool),
        (&people.other_school_family, Relation::OtherSchool),
    ]
}

/// Whether somebody may pass a door. Where an address names nothing of the student's, it is about their own.
fn allowed(door: &Route, asks: Requires, person: &Person, relation: Relation) -> bool {
    let Requires::Permission(action) = asks else { return true };
    // A section, a day and a language are every school's own.
    let everybodys = ["{section}", "{day}", "{language}"];
    let names_a_thing = everybodys.iter().fold(door.path.to_owned(), |path, own| path.replace(own, "")).contains('{');
    let relation = match (names_a_thing, person.role) {
        // Whoever was let in to the work was let in to nothing beside it.
        (true, _) if relation == Relation::Permitted && !is_of_the_work(door.path) => Relation::OtherAdvisory,
        (true, _) => relation,
        (false, Role::Student) => Relation::Own,
        (false, _) => Relation::OtherAdvisory,
    };
    may(Some(person.role), relation, action, Audience::Family)
}

fn refuses(status: u16) -> bool {
    matches!(status, 401 | 403 | 404 | 410)
}

promise!(nobody_passes_a_door_that_is_not_theirs, |world| {
    let things = one_of_everything(&world).await;
    let teacher = one_of_staff(&world, "Nora").await;
    let mut asked = 0;
    for door in routes() {
        // Whatever was done on the way may have ended it.
        let_in(&world, &things["work"], &teacher).await;
        let mut path = door.path.to_owned();
        for (name, id) in &things {
            path = path.replace(&format!("{{{name}}}"), id);
        }
        assert!(!path.contains('{'), "the walk knows nothing for {path}");
        if path.ends_with("/statement/new") {
            path.push_str("?section=values");
        }
        // Whoever is nobody brings a few short fields; signing in carries the words of a form that was interrupted.
        let little = door.posting != Some(Requires::Nothing)
            || door.takes == Takes::Little
            || ["/sign-in", "/sign-in/digits", "/grant"].contains(&path.as_str());
        assert!(little, "{path} takes {:?} of anybody", door.takes);
        for (posts, asks) in [(false, door.reading), (true, door.posting)] {
            let Some(asks) = asks else { continue };
            let mut nobody = world.visitor();
            let answer = if posts { nobody.post(&path, &[]).await } else { nobody.get(&path).await };
            let status = answer.status.as_u16();
            assert!(asks == Requires::Nothing || refuses(status), "nobody gets {status} from {path}, posting {posts}");
            for (person, relation) in everybody(&world).into_iter().chain([(&teacher, Relation::Permitted)]) {
                // A signed-out session would walk on as nobody; each visit is by somebody who has just come in.
                let mut visitor = world.as_(person).await;
                let answer = if posts { visitor.post(&path, &[]).await } else { visitor.get(&path).await };
                let status = answer.status.as_u16();
                let who = format!("{} ({relation:?}) gets {status} from {path}, posting {posts}", person.name);
                if !allowed(&door, asks, person, relation) {
                    assert!(refuses(status), "{who}");
                } else if posts
                    || ["/grant/", "/contribution/", "/commitment/", "/reply/", "/testimony/"]
                        .iter()
                        .any(|own| path.starts_with(own))
                    || path.ends_with("/correct")
                    || path.ends_with("/hide")
                    || path.ends_with("/worry")
                    || path.starts_with("/worr")
                    || path.ends_with("/blank")
                {
                    // A form without words, a link that was never made, words that are their author's alone, and a worry
                    // that is for those who are named are answered in their own ways.
                } else {
                    assert!(status == 200 || status == 303 || asks == Requires::Nothing, "{who}, and should not");
                }
                asked += 1;
            }
        }
    }
    assert!(asked > 500, "{asked}");
});
