//! Works: adding, revising, being answered; and what is never lost on the way.

mod bin;
mod case_table;
mod checks;
mod converted;
mod films;
mod hostile;
mod kept;
mod letters;
mod links;
mod pictures;
mod real_files;
mod seen;
mod uploading;

use std::io::Cursor;

use kinfolio::id::{TargetId, WorkId};
use kinfolio::store::run;

use crate::world::{Page, Visitor, World};

/// A work's form, filled in like one who fills in everything.
#[derive(Clone)]
pub struct Written {
    pub id: String,
    fields: Vec<(String, String)>,
}

impl Written {
    pub fn new(title: &str) -> Self {
        let id = WorkId::new().to_string();
        let fields = [
            ("id", id.as_str()),
            ("title", title),
            ("text", "At first I only counted the beds."),
            ("form", "making"),
            ("language", "en"),
            ("audience", "family"),
            ("reflection_prompt", ""),
            ("reflection", ""),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        Self { id, fields }
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        if name != "target" && name != "take_out" {
            self.fields.retain(|(known, _)| known != name);
        }
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self
    }

    pub fn fields(&self) -> Vec<(&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    /// Sent from *Add work*, with this button.
    pub async fn sent(&self, who: &mut Visitor<'_>, button: &str) -> Page {
        let mut fields = self.fields();
        fields.push((button, "yes"));
        who.post("/work/new", &fields).await
    }

    /// Sent from the form for changing it, made from the version that stands.
    pub async fn changed(&self, who: &mut Visitor<'_>, button: &str) -> Page {
        let edit = format!("/work/{}/edit", self.id);
        let version = who.get(&edit).await.ok().hidden("version").expect("a version");
        let mut fields = self.fields();
        fields.push(("version", &version));
        fields.push((button, "yes"));
        who.post(&edit, &fields).await
    }

    pub fn page(&self) -> String {
        format!("/work/{}", self.id)
    }

    pub fn at(&self, place: &str) -> String {
        format!("/work/{}/{place}", self.id)
    }
}

/// A work of the student's that their family may see, with a target.
pub async fn a_work(world: &World, title: &str) -> (Written, String) {
    let target = a_target(world, "I can halve anything").await;
    let written = Written::new(title).with("target", &target);
    written.sent(&mut world.student().await, "keep").await.leads_to(&written.page());
    (written, target)
}

/// A learning target of the school.
pub async fn a_target(world: &World, statement: &str) -> String {
    let id = TargetId::new();
    let mut tx = world.services.db.write().await.expect("a transaction");
    run!(
        &mut tx,
        "INSERT INTO learning_target (id, school_id, subject, statement, criteria, version, added_at)
         VALUES ($1, $2, 'Mathematics', $3, 'Both halves are equal', 1, 0)",
        &id,
        &world.school,
        statement
    )
    .expect("a target");
    tx.commit().await.expect("kept");
    id.to_string()
}

/// A JPEG in one colour.
pub fn a_jpeg(red: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    image::RgbImage::from_pixel(40, 30, image::Rgb([red, 90, 90]))
        .write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Jpeg)
        .expect("a picture");
    bytes
}

/// The addresses of the pictures on a page, each once.
pub fn pictures_on(page: &Page) -> Vec<String> {
    let mut found = Vec::new();
    for part in page.text.split("/picture/").skip(1) {
        let id: String = part.chars().take_while(|c| c.is_ascii_hexdigit() || *c == '-').collect();
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

/// The address of the form for answering the check on a work's page.
pub async fn check_form(advisor: &mut Visitor<'_>, work: &Written) -> String {
    let page = advisor.get(&work.page()).await.ok();
    let mut actions = page.text.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let answer = actions.find(|action| action.starts_with("/check/") && action.ends_with("/answer"));
    answer.expect("a check waits").to_owned()
}
