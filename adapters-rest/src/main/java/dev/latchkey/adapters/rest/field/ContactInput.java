package dev.latchkey.adapters.rest.field;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.Schema;
import dev.latchkey.domain.VisibleText;
import dev.latchkey.domain.lead.PhoneFault;
import dev.latchkey.domain.lead.PhoneNumber;
import dev.latchkey.domain.tenant.Email;
import java.util.List;
import java.util.Optional;

/** Decoders of phone numbers and e-mail addresses. */
public final class ContactInput {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final String NO_REGION = "ZZ";

  private static final EmailValidator ADDRESSES = JMail.validator()
      .requireTopLevelDomain()
      .disallowIpDomain()
      .disallowExplicitSourceRouting()
      .disallowQuotedIdentifiers()
      .disallowObsoleteWhitespace()
      .withRule(address -> address.comments().isEmpty());

  private static final String INVALID_EMAIL = "invalid_email";
  private static final String AN_EMAIL = "Must be an e-mail address, such as ada@example.org.";

  public static final FieldDecoder<PhoneNumber> PHONE_NUMBER = FieldDecoder.of(
      Schema.ofType("string")
          .with("pattern", "^\\+[1-9][0-9]{6,14}$")
          .saying("A phone number in E.164 format with an existing country code.")
          .with("examples", List.of("+14155550123")),
      (value, place) -> FieldDecoder.TEXT.read(value, place)
          .flatMap(text -> switch (PhoneNumber.read(text, ContactInput::check)) {
            case PhoneNumber number -> Optional.of(number);
            case PhoneFault fault -> place.fault("invalid_phone_number", fault.message());
          }));

  /** An e-mail address as it was sent. */
  public static final FieldDecoder<String> EMAIL = FieldDecoder.TEXT.as(
      text -> Optional.of(text).filter(ContactInput::isEmail), INVALID_EMAIL, AN_EMAIL)
      .format("idn-email").described("pattern", "^[^\\s@]+@[^\\s@]+[.][^\\s@]+$").described("maxLength", Email.LONGEST);

  /** An e-mail address as it was sent; an empty text means none. */
  public static final FieldDecoder<Optional<String>> EMAIL_OR_EMPTY = FieldDecoder.TEXT.as(
      text -> text.isEmpty() || isEmail(text)
          ? Optional.of(Optional.of(text).filter(given -> !given.isEmpty()))
          : Optional.empty(),
      INVALID_EMAIL,
      AN_EMAIL)
      .described("pattern", "^([^\\s@]+@[^\\s@]+[.][^\\s@]+)?$").described("maxLength", Email.LONGEST)
      .saying("An empty string means none.");

  /** An e-mail address for signing in. */
  public static final FieldDecoder<Email> LOGIN = FieldDecoder.of(
      EMAIL.schema(), EMAIL.as(Email::ofNew, INVALID_EMAIL, AN_EMAIL));

  private ContactInput() {}

  // Does not check whether the number is assigned: numbering plans change faster than the library is updated, and
  // common example numbers, such as +1234567890, are not assigned.
  private static Optional<PhoneFault> check(String number) {
    try {
      return NUMBERS.format(NUMBERS.parse(number, NO_REGION), PhoneNumberFormat.E164).equals(number)
          ? Optional.empty()
          : Optional.of(PhoneFault.DOMESTIC_PREFIX);
    } catch (NumberParseException refused) {
      return switch (refused.getErrorType()) {
        case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> Optional.of(PhoneFault.TOO_SHORT);
        case TOO_LONG -> Optional.of(PhoneFault.TOO_LONG);
        case INVALID_COUNTRY_CODE, NOT_A_NUMBER -> Optional.of(PhoneFault.UNKNOWN_COUNTRY_CODE);
      };
    }
  }

  private static boolean isEmail(String text) {
    return text.length() <= Email.LONGEST && text.codePoints().allMatch(VisibleText::isShown)
        && ADDRESSES.isValid(text);
  }
}
