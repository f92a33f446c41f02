//! Documents that nobody means well: each is drawn or refused with words, by a process that may not take more than a picture
//! does; pictures go on meanwhile, and so does the server.

use std::os::unix::fs::PermissionsExt;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use kinfolio::media::{Drawer, MediaError, MediaStore, Taken};

use crate::promise;
use crate::things::{a_jpeg, a_pdf};
use crate::work::Written;
use crate::world::{AFile, media_in};

/// What a document may take until it is refused: as long as a page has on the processor, on a machine that has much to do.
const MOST_TIME: Duration = Duration::from_secs(90);

/// A PDF of one page: its size, what belongs to it, what is drawn on it, and more objects from the fifth on.
fn a_page(size: &str, resources: &str, drawing: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] /Resources << {resources} >> /Contents 4 0 R >>"),
        stream("", drawing),
    ];
    objects.extend(more.iter().cloned());
    let objects = (1..).zip(objects).map(|(number, object)| format!("{number} 0 obj\n{object}\nendobj\n"));
    format!("%PDF-1.7\n{}trailer\n<< /Root 1 0 R >>\n%%EOF\n", objects.collect::<String>()).into_bytes()
}

fn stream(about: &str, inside: &str) -> String {
    format!("<< {about} /Length {} >>\nstream\n{inside}\nendstream", inside.len())
}

/// A gigabyte of zeros, folded as small as it goes.
static FOLDED: LazyLock<String> = LazyLock::new(|| {
    let once = Deflate::of_zeros(1 << 30);
    let bytes = Deflate::of(&Deflate::of(&once));
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>() + ">"
});

/// What undoes it.
const UNFOLD: &str = "/Filter [/ASCIIHexDecode /FlateDecode /FlateDecode /FlateDecode]";

/// Zlib (RFC 1950, 1951) with fixed codes and matches of the greatest length alone.
struct Deflate {
    bytes: Vec<u8>,
    free: u32,
}

impl Deflate {
    const LONGEST: usize = 258;
    /// Distances, and the bits that say them, first to last: what repeats here does so after 1, 13 or 15 bytes.
    const DISTANCES: [(usize, &str); 3] = [(1, "00000"), (13, "0011100"), (15, "0011101")];

    fn begin() -> Self {
        let mut all = Self { bytes: vec![0x78, 0x01], free: 0 };
        // The last block, with fixed codes.
        all.bits("110");
        all
    }

    fn bits(&mut self, bits: &str) {
        for bit in bits.bytes() {
            if self.free == 0 {
                self.bytes.push(0);
                self.free = 8;
            }
            if let (b'1', Some(last)) = (bit, self.bytes.last_mut()) {
                *last |= 1 << (8 - self.free);
            }
            self.free -= 1;
        }
    }

    fn literal(&mut self, byte: u8) {
        match byte {
            0..144 => self.bits(&format!("{:08b}", 0x30 + u16::from(byte))),
            _ => self.bits(&format!("{:09b}", 0x190 + u16::from(byte - 144))),
        }
    }

    fn repeat(&mut self, distance: &str) {
        self.bits("11000101");
        self.bits(distance);
    }

    fn end(mut self, (a, b): (u32, u32)) -> Vec<u8> {
        self.bits("0000000");
        self.bytes.extend((b << 16 | a).to_be_bytes());
        self.bytes
    }

    fn of_zeros(count: usize) -> Vec<u8> {
        let mut all = Self::begin();
        all.literal(0);
        let times = count / Self::LONGEST;
        (0..times).for_each(|_| all.repeat(Self::DISTANCES[0].1));
        all.end((1, ((times * Self::LONGEST + 1) % 65_521) as u32))
    }

    fn of(bytes: &[u8]) -> Vec<u8> {
        let mut all = Self::begin();
        let (mut place, mut sums) = (0, (1, 0));
        while place < bytes.len() {
            let next = &bytes[place..bytes.len().min(place + Self::LONGEST)];
            let is_before = |distance: usize| {
                place >= distance && next.len() == Self::LONGEST && bytes[place - distance..].starts_with(next)
            };
            let taken = match Self::DISTANCES.iter().find(|(distance, _)| is_before(*distance)) {
                Some((_, said)) => {
                    all.repeat(said);
                    next
                }
                None => {
                    all.literal(next[0]);
                    &next[..1]
                }
            };
            for byte in taken {
                sums.0 = (sums.0 + u32::from(*byte)) % 65_521;
                sums.1 = (sums.1 + sums.0) % 65_521;
            }
            place += taken.len();
        }
        all.end(sums)
    }
}

/// An image that claims a size.
fn an_image(width: u32, height: u32, filters: &str, inside: &str) -> String {
    let about = "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8";
    stream(&format!("{about} /Width {width} /Height {height} {filters}"), inside)
}

fn a_form(about: &str, inside: &str) -> String {
    stream(&format!("/Type /XObject /Subtype /Form /BBox [0 0 600 800] {about}"), inside)
}

fn hostile() -> Vec<(&'static str, Vec<u8>)> {
    let with_image = |image: String| a_page("600 800", "/XObject << /X 5 0 R >>", "600 0 0 800 0 0 cm /X Do", &[image]);
    let fan = |drawing: &str| -> Vec<String> {
        let within = |level| format!("/Resources << /XObject << /X {} 0 R >> >>", 6 + level);
        let forms = (0..12).map(|level| a_form(&within(level), &"/X Do ".repeat(20)));
        forms.chain([a_form("", drawing)]).collect()
    };
    let page_of = |forms: &[String]| a_page("600 800", "/XObject << /X 5 0 R >>", "/X Do", forms);
    let groups: Vec<String> = (0..200)
        .map(|level| {
            let group = "/Group << /S /Transparency /I true /K true >>";
            let inside = "/G gs /X Do";
            let next = format!("/XObject << /X {} 0 R >> /ExtGState << /G << /ca 0.5 >> >>", 6 + level);
            a_form(&format!("{group} /Resources << {next} >>"), inside)
        })
        .chain([a_form("", "0 0 600 800 re f")])
        .collect();
    let tile = |resources: &str, step: &str, inside: &str| {
        let about = format!("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] {step}");
        let page = "/Pattern << /P 5 0 R >>";
        let tile = stream(&format!("{about} /Resources << {resources} >>"), inside);
        a_page("600 800", page, "/Pattern cs /P scn 0 0 600 800 re f", &[tile])
    };
    let mut tree = a_page("600 800", "", "0 0 9 9 re f", &[]);
    let looping = String::from_utf8_lossy(&tree).replace("/Kids [3 0 R]", "/Kids [2 0 R 2 0 R 3 0 R]");
    tree = looping.into_bytes();
    vec![
        ("an image of 3,600 million pixels", with_image(an_image(60_000, 60_000, "", "abc"))),
        ("an image of 900 million pixels, unfolded", with_image(an_image(30_000, 30_000, UNFOLD, &FOLDED))),
        ("zeros that unfold to gigabytes", with_image(an_image(9, 9, UNFOLD, &FOLDED))),
        ("a drawing that unfolds to gigabytes", {
            let page = a_page("600 800", "", "", &[]);
            let empty = stream("", "");
            let unfolded = stream(UNFOLD, &FOLDED);
            String::from_utf8_lossy(&page).replace(&empty, &unfolded).into_bytes()
        }),
        ("forms that draw nothing, for ever", page_of(&fan(""))),
        ("forms that draw more and more", page_of(&fan("0 0 600 800 re f"))),
        ("groups in groups", page_of(&groups)),
        ("a form of itself", {
            let itself = a_form("/Resources << /XObject << /X 5 0 R >> >>", "/X Do /X Do");
            a_page("600 800", "/XObject << /X 5 0 R >>", "/X Do", &[itself])
        }),
        (
            "a pattern of itself",
            tile("/Pattern << /P 5 0 R >>", "/XStep 9 /YStep 9", "/Pattern cs /P scn 0 0 9 9 re f"),
        ),
        ("a pattern of dust", tile("", "/XStep 0.0001 /YStep 0.0001", "0 0 9 9 re f")),
        ("a page as large as a field", a_page("14400 14400 ] /UserUnit 75000 /X [0", "", "0 0 9 9 re f", &[])),
        ("brackets", a_page("600 800", "", &"[".repeat(400_000), &[])),
        ("dictionaries", a_page("600 800", &"/A << ".repeat(100_000), "0 0 9 9 re f", &[])),
        ("pages of themselves", tree),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_hostile_document_is_drawn_or_refused_within_its_limits() {
    let folder = tempfile::tempdir().expect("a folder");
    let (media, file) = (media_in(folder.path()), folder.path().join("document"));
    let mut refused = 0;
    for (name, bytes) in hostile() {
        std::fs::write(&file, &bytes).expect("a file");
        let begun = Instant::now();
        let taken = media.take(file.clone()).await;
        println!("{name}: {} bytes, {} ms, {:?}", bytes.len(), begun.elapsed().as_millis(), taken.as_ref().err());
        match taken {
            Ok(Taken::File(kept)) => assert_eq!(kept.pages.drawn.len(), 1, "{name}"),
            Err(MediaError::NotADocument(_) | MediaError::NotDrawn(_)) => refused += 1,
            other => panic!("{name}: {other:?}"),
        }
        assert!(begun.elapsed() < MOST_TIME, "{name} took {:?}", begun.elapsed());
    }
    assert!(refused > 2, "they are hostile");
    std::fs::write(&file, a_pdf()).expect("a file");
    assert!(matches!(media.take(file).await, Ok(Taken::File(_))), "an ordinary one is drawn after them");
}

promise!(a_form_with_a_hostile_document_says_so_and_a_picture_is_done_meanwhile, |world| {
    let (mut student, mut other) = (world.student().await, world.as_(&world.people.classmate).await);
    let hostile = hostile();
    let (_, forever) =
        hostile.iter().find(|(name, _)| name.starts_with("forms that draw nothing")).expect("it is there");
    let (work, hers) = (Written::new("Bench").with("keep", "yes"), Written::new("Garden").with("keep", "yes"));
    let document = async {
        let files = [AFile { field: "pictures", name: "forever.pdf", bytes: forever }];
        let page = student.post_files("/work/new", &work.fields(), &files).await.is(422);
        page.see("“forever.pdf”").see("We could not draw the pages of this document");
        Instant::now()
    };
    let picture = async {
        let jpeg = a_jpeg(300, 200);
        let files = [AFile { field: "pictures", name: "garden.jpg", bytes: &jpeg }];
        other.post_files("/work/new", &hers.fields(), &files).await.leads_to(&hers.page());
        Instant::now()
    };
    let (refused_at, done_at) = tokio::join!(document, picture);
    assert!(done_at < refused_at, "the picture waited for the document");
});

#[tokio::test]
async fn where_nobody_draws_a_document_is_refused_and_never_drawn_here() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("document");
    std::fs::write(&file, a_pdf()).expect("a file");
    let nobody = MediaStore::in_folder(&folder.path().join("media")).expect("a store");
    for drawer in [None, Some("/nowhere/at/all"), Some("/bin/true"), Some("/bin/echo")] {
        let media = drawer.map_or(nobody.clone(), |it| nobody.clone().with_drawer(Drawer::program(it.into())));
        let taken = media.take(file.clone()).await;
        assert!(matches!(taken, Err(MediaError::NotDrawn(_))), "{drawer:?}: {taken:?}");
    }
}

promise!(whoever_draws_is_given_the_document_and_nothing_else, |world| {
    let (document, told) = (world.folder.join("document"), world.folder.join("told"));
    std::fs::write(&document, a_pdf()).expect("a file");
    let script = format!(
        "#!/bin/sh\n/bin/ls -l /proc/self/fd > {told} 2>&1\n/usr/bin/env >> {told}\n",
        told = told.to_string_lossy()
    );
    let program = world.folder.join("nosy");
    std::fs::write(&program, script).expect("a program");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).expect("it may run");
    let media = media_in(&world.folder).with_drawer(Drawer::program(program));
    assert!(matches!(media.take(document.clone()).await, Err(MediaError::NotDrawn(_))));
    let told = std::fs::read_to_string(told).expect("what it was told");
    assert!(told.contains(&*document.to_string_lossy()), "{told}");
    for secret in ["socket:", "kinfolio.db", "CARGO", "HOME="] {
        assert!(!told.contains(secret), "{secret} in {told}");
    }
});

/// A page as a scanner makes it: the largest that is usual must still fit.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_scanned_page_is_drawn() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("document");
    let scan = a_jpeg(2480, 3508);
    let head = a_page("595 842", "/XObject << /X 5 0 R >>", "595 0 0 842 0 0 cm /X Do", &["@".to_owned()]);
    let about = "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Width 2480 /Height 3508";
    let object = format!("<< {about} /Filter /DCTDecode /Length {} >>\nstream\n", scan.len());
    let place = head.iter().position(|byte| *byte == b'@').expect("a place");
    let bytes = [&head[..place], object.as_bytes(), &scan, b"\nendstream", &head[place + 1..]].concat();
    std::fs::write(&file, bytes).expect("a file");
    match media_in(folder.path()).take(file).await {
        Ok(Taken::File(kept)) => assert_eq!(kept.pages.drawn.len(), 1),
        other => panic!("{other:?}"),
    }
}
