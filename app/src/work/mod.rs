#[cfg(feature = "ssr")]
pub mod home;
