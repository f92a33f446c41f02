//! Every file of `tests/files` that people brought elsewhere in vain, in one table: what is kept, shown and said of it.

use super::Written;
use crate::promise;
use crate::world::AFile;

/// A file, its bytes, and what its work's page holds; or what is said where it is not taken.
type Case = (&'static str, &'static [u8], Result<&'static [&'static str], &'static str>);

macro_rules! case {
    ($place:literal, $becomes:expr) => {
        ($place, include_bytes!(concat!("../../files/", $place)).as_slice(), $becomes)
    };
}

const CASES: [Case; 15] = [
    case!("IMG_4021.HEIC", Ok(&["<img", "/picture/"])),
    case!("adobergb.jpg", Ok(&["<img", "/picture/"])),
    case!("pixel-8160x6144-gray.png", Ok(&["<img", "/picture/"])),
    case!("sounds/Providence Rd.m4a", Ok(&["<audio", "/file/"])),
    case!("sounds/old.ogg", Ok(&["<audio", "/file/"])),
    case!("films/dji-drone.mp4", Ok(&["<video", "/file/"])),
    case!("films/iphone-hevc.MOV", Ok(&["does not play in web pages", "Most Compatible", "Save this video"])),
    case!("films/old-android.3gp", Ok(&["does not play in web pages", "share sheet", "Save this video"])),
    case!("cjk-not-embedded.pdf", Ok(&["page 1 of 1", "could not be drawn", "Save the whole document"])),
    case!("bmx.txt", Ok(&["Read “", "/file/"])),
    case!("notepad-utf16.txt", Ok(&["Read “", "/file/"])),
    case!("textedit.rtf", Ok(&["Read “", "/file/"])),
    case!("essay.docx", Err("This is a Word file")),
    case!("user-password.pdf", Err("locked with a password")),
    case!("win1252.srt", Ok(&["Read “", "/file/"])),
];

promise!(each_file_of_the_table_is_kept_shown_and_said_as_it_should_be, |world| {
    let mut student = world.student().await;
    for (place, bytes, becomes) in CASES {
        let name = place.rsplit('/').next().unwrap_or(place);
        let work = Written::new("River").with("keep", "yes");
        let answer = student.post_files("/work/new", &work.fields(), &[AFile { field: "pictures", name, bytes }]).await;
        match becomes {
            Ok(shown) => {
                answer.leads_to(&work.page());
                let page = student.get(&work.page()).await.ok();
                for part in shown {
                    assert!(page.text.contains(part), "{place}: {part:?} is not on its page:\n{}", page.text);
                }
            }
            Err(said) => {
                answer.is(422).see(&format!("“{name}”")).see(said);
                student.get(&work.at("edit")).await.ok().see("At first I only counted");
            }
        }
    }
});
