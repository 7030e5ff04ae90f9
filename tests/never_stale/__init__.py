"""Whatever is kept from one process to the next, builds and checks end as they would without it."""
