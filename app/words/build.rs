//! A released program carries the words inside, so it is built anew when they change. A debug build reads them from disk
//! when it starts, and nothing is built for a changed word.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed=../locales");
    }
}
