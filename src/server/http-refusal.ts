import { Refusal } from "../base/index.ts";

/** A refusal with the HTTP status that fits it better than 400. */
export class HttpRefusal extends Refusal {
  readonly status: 403 | 404 | 409 | 410;
  constructor(status: HttpRefusal["status"], message: string) {
    super(message);
    this.status = status;
  }
}
