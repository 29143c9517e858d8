/** The same keys, other words: a language that lacks a text does not compile. */
export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }
