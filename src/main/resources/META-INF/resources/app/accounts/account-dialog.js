import { html, nothing } from '/app/base/element.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { change } from '/app/base/changes.js';
import { currencyName, plainAmount } from '/app/base/format.js';
import { parseAmount } from '/app/base/money.js';
import { currency } from '/app/base/session.js';
import { selectField, textField, toggle } from '/app/ui/fields.js';
import { FormDialog } from '/app/ui/form-dialog.js';
import { kindName, KINDS } from '/app/accounts/account-words.js';

/** Makes an account, or changes `account`. Ends with the account as the service has it. */
class AccountDialog extends FormDialog {
  account = null;

  connectedCallback() {
    const account = this.account ?? {};
    this.begin({
      name: account.name ?? '',
      kind: account.kind ?? 'checking',
      currency: account.currency ?? currency(),
      institution: account.institution ?? '',
      number: account.number ?? '',
      openingBalance: plainAmount(account.openingBalance),
      closed: account.closed ?? false,
    });
    super.connectedCallback();
  }

  heading() {
    return this.account ? t('accounts.edit') : t('accounts.add');
  }

  submit() {
    const { name, kind, currency: code, institution, number, openingBalance, closed } = this.input;
    const opening = openingBalance.trim() === '' ? '0' : parseAmount(openingBalance, currentLocale());
    if (opening === null) {
      this.refuse({ openingBalance: t('accounts.notAnAmount') });
      return;
    }
    const body = { name, kind, currency: code, institution: institution.trim() || null, number: number.trim() || null, openingBalance: opening, closed };
    if (this.account === null) {
      this.save(() => change('POST', '/accounts', { body, said: t('accounts.added', { name }), types: ['account'] }));
    } else if (this.mayClose) {
      this.finish(null);
    } else {
      this.save(() => change('PATCH', `/accounts/${this.account.id}`, { body: this.changesOf(body), said: t('accounts.saved', { name }), types: ['account'] }));
    }
  }

  content() {
    const { name, kind, currency: code, institution, number, openingBalance, closed } = this.input;
    const used = (this.account?.transactionCount ?? 0) > 0;
    return html`${this.note('account-name-taken')}
      ${textField({ id: 'account-name', label: t('accounts.name'), value: name, input: this.set('name'), fault: this.fault('name', 'account-name-taken'), maxlength: 100, autofocus: true, required: true })}
      <div class="fields">
        ${selectField({ id: 'account-kind', label: t('accounts.kindOf'), value: kind, change: this.set('kind'), fault: this.fault('kind'), options: KINDS.map((one) => [one, kindName(one)]) })}
        ${selectField({ id: 'account-currency', label: t('accounts.currency'), value: code, change: this.set('currency'), fault: this.fault('currency'), disabled: used,
          hint: used ? t('accounts.currencyStays') : null, options: Intl.supportedValuesOf('currency').map((one) => [one, `${one} – ${currencyName(one)}`]) })}
      </div>
      ${textField({ id: 'account-opening', label: t('accounts.opening'), value: openingBalance, input: this.set('openingBalance'), secret: true, fault: this.fault('openingBalance'), hint: t('accounts.openingHint'), optional: true })}
      <div class="fields">
        ${textField({ id: 'account-institution', label: t('accounts.institution'), value: institution, input: this.set('institution'), fault: this.fault('institution'), maxlength: 100, optional: true })}
        ${textField({ id: 'account-number', label: t('accounts.number'), value: number, input: this.set('number'), fault: this.fault('number'), hint: t('accounts.numberHint'), optional: true })}
      </div>
      ${this.account ? toggle({ id: 'account-closed', label: t('accounts.closed'), value: closed, change: this.set('closed'), hint: t('accounts.closedHint') }) : nothing}`;
  }

  actions() {
    return this.buttons(this.account ? t('base.save') : t('accounts.add'));
  }
}
customElements.define('nest-account-dialog', AccountDialog);
