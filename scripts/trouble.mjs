/** Something the person at the keyboard can put right: its message is one sentence with the way out, shown without a stack. */
export class Trouble extends Error {
  name = "Trouble"
}
