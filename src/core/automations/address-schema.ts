import { z } from "zod"

export const addressSchema = z
  .string()
  .trim()
  .min(3)
  .max(254)
  .regex(/^[^\s<>@,;]+@[^\s<>@,;]+$/u, "must be one e-mail address")
