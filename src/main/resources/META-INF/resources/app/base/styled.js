import { Directive, directive, PartType } from 'lit/directive.js';
import { noChange } from 'lit';

/**
 * Sets properties of an element's style by the object model: the page's policy forbids style attributes. For an element's
 * place: `<div ${styled({ '--depth': 3, width: '40%' })}>`. A property that is null is taken away.
 */
export const styled = directive(
  class extends Directive {
    constructor(info) {
      super(info);
      if (info.type !== PartType.ELEMENT) {
        throw new Error('styled() stands at the place of an element');
      }
    }

    render() {
      return noChange;
    }

    update(part, [properties]) {
      for (const [name, value] of Object.entries(properties)) {
        if (value === null || value === undefined) {
          part.element.style.removeProperty(name);
        } else {
          part.element.style.setProperty(name, String(value));
        }
      }
      return noChange;
    }
  },
);
