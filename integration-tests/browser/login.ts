export const LOGIN = { email: "owner@example.com", password: "correct-horse-battery" }
