/** What is typed into the fields of a form, and what is wrong with it. */
export class Form {
  #host;
  #faults = {};
  #problem = null;

  constructor(host, values) {
    this.#host = host;
    this.before = values;
    this.values = values;
  }

  /** A function that takes what a field has. */
  set(name) {
    return (value) => {
      this.values = { ...this.values, [name]: value };
      this.#faults = { ...this.#faults, [name]: null };
      this.#host.requestUpdate();
    };
  }

  /** Whether anything was typed. */
  get touched() {
    return JSON.stringify(this.values) !== JSON.stringify(this.before);
  }

  fault(name) {
    return this.#faults[name] ?? null;
  }

  /** Says what is wrong with fields, by their names. True if something is. */
  faulty(faults) {
    this.#faults = faults;
    this.#problem = null;
    this.#host.requestUpdate();
    return Object.values(faults).some(Boolean);
  }

  /** Shows why the service has refused it: at its fields, or as a whole where none of them is at fault. */
  refuse(problem) {
    const faults = Object.fromEntries(Object.keys(this.values).map((name) => [name, problem.fault?.(name) ?? null]));
    this.#problem = this.faulty(faults) ? null : problem;
    this.#host.requestUpdate();
  }

  get problem() {
    return this.#problem;
  }
}
