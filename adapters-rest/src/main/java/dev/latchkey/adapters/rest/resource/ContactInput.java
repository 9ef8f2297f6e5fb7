package dev.latchkey.adapters.rest.resource;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import dev.latchkey.adapters.rest.input.Kind;
import dev.latchkey.domain.lead.PhoneNumber;
import dev.latchkey.domain.tenant.Email;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is sent to reach somebody by. */
final class ContactInput {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final String NO_REGION = "ZZ";

  private static final EmailValidator ADDRESSES = JMail.validator()
      .requireTopLevelDomain()
      .disallowIpDomain()
      .disallowExplicitSourceRouting()
      .disallowQuotedIdentifiers()
      .disallowObsoleteWhitespace()
      .withRule(address -> address.comments().isEmpty());

  // Letters, marks, digits, punctuation and symbols, without the few among them that Unicode has nobody see.
  private static final Pattern VISIBLE = Pattern.compile(
      "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}"
          + "&&[^\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]]*");

  private static final int LONGEST_EMAIL = 254;

  private static final String INVALID_EMAIL = "invalid_email";
  private static final String AN_EMAIL = "It is an e-mail address, such as ada@example.org.";

  static final Kind<PhoneNumber> PHONE_NUMBER = Kind.TEXT.as(
      text -> PhoneNumber.of(text).filter(ContactInput::isDialled),
      "invalid_phone_number",
      "It is a number of E.164 under an existing country code, such as +14155550123.").example("+14155550123");

  /** An e-mail address as it was sent. */
  static final Kind<String> EMAIL = Kind.TEXT.as(
      text -> Optional.of(text).filter(ContactInput::isEmail), INVALID_EMAIL, AN_EMAIL).format("email");

  /** An e-mail address that somebody signs in with. */
  static final Kind<Email> LOGIN = EMAIL.as(Email::of, INVALID_EMAIL, AN_EMAIL);

  private ContactInput() {}

  // Whether the number is assigned is not asked: numbering plans change faster than the library is updated, and numbers that
  // stand in examples everywhere, such as +1234567890, are assigned to nobody.
  private static boolean isDialled(PhoneNumber number) {
    try {
      return NUMBERS.format(NUMBERS.parse(number.value(), NO_REGION), PhoneNumberFormat.E164).equals(number.value());
    } catch (NumberParseException noSuchCountry) {
      return false;
    }
  }

  private static boolean isEmail(String text) {
    return text.length() <= LONGEST_EMAIL && VISIBLE.matcher(text).matches() && ADDRESSES.isValid(text);
  }
}
