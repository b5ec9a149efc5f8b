//! What most visits need, which the page loads first; everything else is in the library.

fn main() {
    skillstead::ui::mount_first();
}
