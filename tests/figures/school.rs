//! A demo school, run by the release binary in a folder of its own, and the visitors who measure it over HTTP.

use std::io::Cursor;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use kinfolio_testkit::outside::{How, Or, Program, addresses, hidden};

use crate::following::Conferences;

/// A running school; it is closed and removed when this is dropped.
pub struct School(pub Program);

impl std::ops::Deref for School {
    type Target = Program;
    fn deref(&self) -> &Program {
        &self.0
    }
}

/// A family member's phone: the page to read, and the cookie their link gave it.
pub struct Reader {
    pub page: String,
    pub cookie: String,
}

/// Where cargo put the release binary.
pub fn binary() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    target.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target")).join("release/kinfolio")
}

impl School {
    /// Makes a demo school and runs it on core 0.
    pub fn open() -> Or<Self> {
        Self::open_on("0")
    }

    /// The same on these cores: `0,1`.
    pub fn open_on(cores: &str) -> Or<Self> {
        let before = ["taskset", "-c", cores].map(str::to_owned).to_vec();
        Program::open(&binary(), How { before, ..How::default() }).map(Self)
    }

    /// A family member who came through a link, and the portfolio of a student with six pictures and six texts in it.
    pub fn family_with_a_full_portfolio(&self) -> Or<Reader> {
        let photo = a_small_photo();
        self.family_with_a_portfolio(12, |number| (number % 2 == 0).then(|| photo.clone()))
    }

    /// The same with so many works, each with the photo that it is given.
    pub fn family_with_a_portfolio(&self, works: usize, photo: impl Fn(usize) -> Option<Vec<u8>>) -> Or<Reader> {
        let student = self.sign_in(STUDENT)?;
        let numbers = 0..works;
        let works = numbers.map(|number| self.add_work(&student, number, photo(number).as_deref()));
        let works = works.collect::<Or<Vec<String>>>()?;
        let home = self.get_text(&self.address("/"), &student)?;
        let portfolio =
            addresses(&home, "href=\"").into_iter().find(|a| a.ends_with("/portfolio")).ok_or("no portfolio")?;
        let of = portfolio.trim_end_matches("/portfolio");
        self.shelve(&student, of, &works)?;
        let cookie = self.come_in_by_link(&student, of)?;
        Ok(Reader { page: self.address(&portfolio), cookie })
    }

    fn add_work(&self, student: &str, number: usize, photo: Option<&[u8]>) -> Or<String> {
        let form = self.get_text(&self.address("/work/new"), student)?;
        let id = hidden(&form, "id").ok_or("Add work has no id")?;
        let title = format!("A work about the river, part {number}");
        let text =
            "At first I only counted the boats. What changed was that my neighbor told me to listen.\n\n".repeat(6);
        let fields = [
            ("id", id.as_str()),
            ("title", &title),
            ("text", &text),
            ("form", "story"),
            ("language", "en"),
            ("audience", "conference"),
            ("reflection_prompt", ""),
            ("reflection", "I learned this from my neighbor."),
            ("keep", "yes"),
        ];
        let photo = photo.map(|photo| ("pictures", "photo.jpg", photo));
        match self.post_file("/work/new", student, &fields, photo)?.status {
            303 => Ok(id),
            status => Err(format!("Add work answers {status}").into()),
        }
    }

    /// Puts the works on a shelf, so that the family sees them all.
    fn shelve(&self, student: &str, of: &str, works: &[String]) -> Or<()> {
        let page = self.get_text(&self.address(&format!("{of}/portfolio/arrange")), student)?;
        let id = hidden(&page, "id").ok_or("no way to make a shelf")?;
        let mut fields = vec![("id", id.as_str()), ("name", "The river"), ("about", "")];
        fields.extend(works.iter().map(|work| ("works", work.as_str())));
        match self.post(&format!("{of}/shelf"), student, &fields)?.status {
            303 => Ok(()),
            status => Err(format!("a new shelf answers {status}").into()),
        }
    }

    /// Makes a link for the first family member of the list, and comes in through it.
    fn come_in_by_link(&self, student: &str, of: &str) -> Or<String> {
        let family = self.get_text(&self.address(&format!("{of}/family")), student)?;
        let ways = addresses(&family, "href=\"");
        let form = ways.iter().find(|way| way.contains("/grants")).ok_or("no way to make a link")?;
        let page = self.get_text(&self.address(form), student)?;
        let id = hidden(&page, "id").ok_or("no id for a link")?;
        let key = hidden(&page, "key").ok_or("no key for a link")?;
        let person = hidden(&page, "person").ok_or("no family member to make a link for")?;
        let fields = [("id", id.as_str()), ("key", key.as_str()), ("person", person.as_str()), ("days", "120")];
        let letter = self.post(&format!("{of}/grants"), student, &fields)?.text;
        let at = letter.find("/grant/").ok_or("the letter has no link")?;
        let link: String = letter[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        match self.get(&link, "")?.cookie {
            none if none.is_empty() => Err("the link gives no cookie".into()),
            cookie => Ok(cookie),
        }
    }

    /// Uploads a photo, and reads another page again and again meanwhile. Gives the page's median time in milliseconds.
    pub fn upload_while_reading(&self, photo: &[u8]) -> Or<f64> {
        let student = self.sign_in(STUDENT)?;
        let mut times = Vec::new();
        std::thread::scope(|threads| -> Or<()> {
            let upload =
                threads.spawn(|| self.add_work(&student, 99, Some(photo)).map(drop).map_err(|error| error.to_string()));
            while !upload.is_finished() {
                let started = Instant::now();
                self.get_text(&self.address("/sign-in"), "")?;
                times.push(started.elapsed().as_secs_f64() * 1000.0);
            }
            upload.join().map_err(|_| "the upload broke off")?.map_err(Into::into)
        })?;
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().ok_or_else(|| "no page was read during the upload".into())
    }

    /// A student signs in and adds a work with a photo.
    pub fn upload_one(&self, photo: &[u8]) -> Or<()> {
        let student = self.sign_in(STUDENT)?;
        self.add_work(&student, 99, Some(photo)).map(drop)
    }

    /// Reads a handful of pages as a student.
    pub fn look_around(&self) -> Or<()> {
        let student = self.sign_in(STUDENT)?;
        for path in ["/", "/work", "/targets", "/work/new"] {
            self.get_text(&self.address(path), &student)?;
        }
        std::thread::sleep(Duration::from_secs(2));
        Ok(())
    }

    /// The client's JavaScript and WebAssembly in brotli, as *Add work* loads them.
    pub fn client_bytes(&self) -> Or<usize> {
        match self.most_script_bytes(&["/work/new"])? {
            0 => Err("the page loads no client: was it built without the WebAssembly target?".into()),
            bytes => Ok(bytes),
        }
    }

    /// The JavaScript and WebAssembly in brotli that a student loads with whichever of these pages has most.
    pub fn most_script_bytes(&self, pages: &[&str]) -> Or<usize> {
        let student = self.sign_in(STUDENT)?;
        let mut most = 0;
        for page in pages {
            let page = self.get_text(&self.address(page), &student)?;
            let mut files: Vec<String> = addresses(&page, "href=\"");
            files.extend(addresses(&page, "src=\""));
            files.retain(|file| file.ends_with(".js") || file.ends_with(".wasm"));
            files.sort();
            files.dedup();
            let sizes = files.iter().map(|file| self.get_compressed(&self.address(file), ""));
            most = most.max(sizes.sum::<Or<usize>>()?);
        }
        Ok(most)
    }

    /// The editor's JavaScript and WebAssembly in brotli, as the page of a statement loads them.
    pub fn editor_bytes(&self) -> Or<usize> {
        let student = self.sign_in(MAIN)?;
        let definition = self.way(&student, "/", "/definition")?;
        let page = self.get_text(&self.address(&definition), &student)?;
        let ways = addresses(&page, "href=\"");
        let own = |way: &&String| way.starts_with("/statement/") && way.matches('/').count() == 2;
        let statement = ways.iter().find(own).ok_or("no statement")?;
        let page = self.get_text(&self.address(statement), &student)?;
        let start =
            addresses(&page, "src=\"").into_iter().find(|file| file.contains("editor-start")).ok_or("no editor")?;
        let text = self.get_text(&self.address(&start), "")?;
        let files = addresses(&text, "\"").into_iter().filter(|file| file.starts_with("/assets/"));
        let sizes = files.chain([start]).map(|file| self.get_compressed(&self.address(&file), ""));
        sizes.collect::<Or<Vec<usize>>>().map(|sizes| sizes.iter().sum())
    }

    /// The definition of the main student as her grandmother reads it.
    pub fn definition_as_family(&self) -> Or<String> {
        let family = self.sign_in("Ofelia Lara")?;
        let definition = self.way(&family, "/", "/definition")?;
        self.get_text(&self.address(&definition), &family)
    }

    /// A hundred statements in the definition of a student, and cookies of two who may write them.
    pub fn a_hundred_statements(&self) -> Or<Rooms> {
        let (student, advisor) = (self.sign_in(MAIN)?, self.sign_in("Ruth Adeyemi")?);
        let page = self.way(&student, "/", "/definition")?;
        let html = self.get_text(&self.address(&page), &student)?;
        let new = addresses(&html, "href=\"").into_iter().find(|way| way.contains("/statement/new")).ok_or("no way")?;
        let new = new.split('?').next().unwrap_or_default();
        let mut statements = Vec::new();
        for section in ["values", "community", "learning", "showing", "becoming", "helps"] {
            // A section that is closed to adults first has to be opened.
            let open = new.replace("statement/new", &format!("section/{section}"));
            self.post(&open, &student, &[("audience", "family")])?;
            for number in 0..17 {
                let form = self.get_text(&self.address(&format!("{new}?section={section}")), &student)?;
                let id = hidden(&form, "id").ok_or("a statement has no id")?;
                let text = format!("We try it out, number {number}. ");
                let fields = [("id", id.as_str()), ("section", section), ("text", &text), ("language", "en")];
                if self.post(new, &student, &fields)?.status == 303 {
                    statements.push(id);
                }
            }
        }
        statements.truncate(100);
        if statements.len() < 100 {
            return Err(format!("only {} statements could be made", statements.len()).into());
        }
        Ok(Rooms { statements, student, advisor })
    }

    /// Fifty conferences of a student, each with works in it, and the cookies of who leads and who follows.
    pub fn fifty_conferences(&self) -> Or<Conferences> {
        let (leader, follower) = (self.sign_in(MAIN)?, self.sign_in("Ofelia Lara")?);
        let own = self.way(&leader, "/", "/conference")?;
        let mut ids = Vec::new();
        for number in 0..50 {
            let form = self.get_text(&self.address(&format!("{own}?another")), &leader)?;
            let id = hidden(&form, "id").ok_or("a conference has no id")?;
            let day = format!("2031-05-{:02}", number % 28 + 1);
            let facts = [
                ("id", id.as_str()),
                ("day", day.as_str()),
                ("time", "17:40"),
                ("minutes", "25"),
                ("place", "Room 204"),
                ("form", "circle"),
                ("language", "en"),
            ];
            self.post(&own, &leader, &facts)?;
            self.post(&format!("/conference/{id}/guide"), &leader, &[])?;
            self.show_a_work(&leader, &id)?;
            ids.push(id);
        }
        Ok(Conferences { ids, leader, follower })
    }

    /// Has every moment of a plan show a work.
    fn show_a_work(&self, leader: &str, conference: &str) -> Or<()> {
        let plan = self.get_text(&self.address(&format!("/conference/{conference}")), leader)?;
        let mut moments = addresses(&plan, "href=\"/moment/");
        moments.dedup();
        if moments.is_empty() {
            return Err("a plan has no moments".into());
        }
        for (number, moment) in moments.iter().enumerate() {
            let form = self.get_text(&self.address(&format!("/moment/{moment}")), leader)?;
            let works = addresses(&form, "name=\"works\" value=\"");
            let work = works.get(number % works.len().max(1)).ok_or("there are no works")?;
            let version = hidden(&form, "version").ok_or("a moment has no version")?;
            let words = [
                ("version", version.as_str()),
                ("name", "A work and its road"),
                ("purpose", "work"),
                ("minutes", "3"),
                ("language", "en"),
                ("works", work.as_str()),
            ];
            self.post(&format!("/moment/{moment}"), leader, &words)?;
        }
        Ok(())
    }
}

/// Statements to write, and the cookies of two who may.
pub struct Rooms {
    pub statements: Vec<String>,
    pub student: String,
    pub advisor: String,
}

/// The student of the demo school with the fullest definition.
const MAIN: &str = "Marisol Cuevas Lara";

/// A student of the demo school who has a family, and few works of their own.
const STUDENT: &str = "Caleb Strand";

/// 4000 × 3000 pixels with a photo's grain, things of all sizes in it, and a word that the phone was turned.
pub fn a_phone_photo() -> Vec<u8> {
    let mut photo = jpeg(4000, 3000, 7);
    let mut turned = b"Exif\0\0II*\0\x08\0\0\0\x01\0".to_vec();
    turned.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0");
    let length = (turned.len() as u16 + 2).to_be_bytes();
    photo.splice(2..2, [0xFF, 0xE1].into_iter().chain(length).chain(turned));
    photo
}

/// What a phone takes with all of its sensor: 50 million pixels.
pub fn a_large_phone_photo() -> Vec<u8> {
    jpeg(8160, 6144, 11)
}

fn a_small_photo() -> Vec<u8> {
    a_photo(0)
}

/// A photo unlike those with other numbers.
pub fn a_photo(number: u32) -> Vec<u8> {
    jpeg(1600, 1200, 7 + number)
}

fn jpeg(width: u32, height: u32, mut seed: u32) -> Vec<u8> {
    let mut chance = move |most: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 12) % most
    };
    let mut picture = image::RgbImage::from_fn(width, height, |x, y| {
        let (across, down) = ((x * 180 / width) as u8, (y * 180 / height) as u8);
        image::Rgb([across, down, 90])
    });
    for _ in 0..600 {
        let (left, top, size) = (chance(width), chance(height), 8 + chance(width / 12));
        let color = [chance(180) as u8, chance(180) as u8, chance(180) as u8];
        for y in top..(top + size).min(height) {
            let lean = (y - top) / 3;
            for x in (left + lean).min(width)..(left + size).min(width) {
                let under = picture.get_pixel_mut(x, y);
                under.0.iter_mut().zip(color).for_each(|(under, over)| *under = *under / 3 + over / 3 * 2);
            }
        }
    }
    for pixel in picture.pixels_mut() {
        let grain = chance(16) as u8;
        pixel.0 = pixel.0.map(|color| color + grain + (grain & color & 3));
    }
    let mut bytes = Cursor::new(Vec::new());
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90);
    picture.write_with_encoder(encoder).expect("a picture in memory can be written");
    bytes.into_inner()
}
