//! The demo school.

use std::process::ExitCode;

use kinfolio::founding;
use kinfolio::id::{PersonId, SchoolId};
use kinfolio::language::Languages;
use kinfolio::person::{Person, Role};
use kinfolio::school::School;
use kinfolio_app::services::Services;
use tokio::net::TcpListener;

use crate::cli::{Demo, Ended, Place};
use crate::serve::{announce, open, public_url, run_until, start_log, told_to_stop};

/// Makes the demo school where there is none yet, and runs it.
pub async fn demo(demo: Demo) -> Ended {
    start_log(demo.door.log_format);
    let listener = TcpListener::bind(demo.door.socket()).await?;
    if demo.fresh && demo.data.join("kinfolio.db").exists() {
        std::fs::remove_dir_all(&demo.data)?;
    }
    let place = Place { data: demo.data, database: None };
    let services = open(&place, public_url(&demo.door, &listener)?, true).await?;
    if School::first(&mut services.db.read().await?).await?.is_none() {
        println!("Making the demo school …");
        found(&services).await?;
    }
    announce(&services);
    run_until(listener, services, told_to_stop()).await?;
    Ok(ExitCode::SUCCESS)
}

/// A few people to walk around as, until the demo school's own files are read here.
async fn found(services: &Services) -> Result<(), Box<dyn std::error::Error>> {
    let now = services.clock.now();
    let languages = |tags: &str| Languages::written(tags).unwrap_or_default();
    let school = School {
        id: SchoolId::new(),
        name: "Riverbend School".into(),
        time_zone: "America/New_York".into(),
        languages: languages("en es ar"),
    };
    let mut tx = services.db.write().await?;
    school.found(&mut tx, now).await?;
    let mut people = Vec::new();
    for (role, name, tags) in [
        (Role::Lead, "Denise Okafor", "en"),
        (Role::Advisor, "Thomas Byrne", "en"),
        (Role::Student, "Marisol Reyes", "en es"),
        (Role::Student, "Yusuf Haddad", "en ar"),
        (Role::Family, "Rosa Reyes", "es"),
        (Role::Family, "Huda Haddad", "ar"),
    ] {
        let person = Person {
            id: PersonId::new(),
            school_id: school.id.clone(),
            role,
            name: name.into(),
            username: Some(name.to_lowercase().replace(' ', ".")),
            languages: languages(tags),
        };
        founding::join(&mut tx, &person, now).await?;
        people.push(person);
    }
    founding::advisory(&mut tx, "Room 204", &[&people[1], &people[2], &people[3]]).await?;
    founding::kin(&mut tx, &people[2], &people[4], "abuela").await?;
    founding::kin(&mut tx, &people[3], &people[5], "خالتي").await?;
    tx.commit().await?;
    Ok(())
}
