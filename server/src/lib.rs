//! The program: HTTP, sessions, uploads, the command line, and the site embedded in one binary.

pub mod body;
pub mod check;
pub mod cli;
pub mod commands;
pub mod compress;
pub mod connection;
pub mod demo;
pub mod files_open;
pub mod folder;
pub mod health;
pub mod hosts;
pub mod listener;
pub mod mail;
pub mod metrics;
pub mod middleware;
pub mod proxies;
pub mod rendering;
pub mod room;
mod route;
pub mod router;
pub mod secrets;
pub mod serve;
pub mod site;
pub mod statistics;
pub mod stop;
mod turns;
pub mod uploads;
