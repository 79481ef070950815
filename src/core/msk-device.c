/* A device that was handed in before the room, or found in it (M5), as it stood when it was read
 * from the register. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-device.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-ids.h"

G_DEFINE_FINAL_TYPE (MskDevice, msk_device, G_TYPE_OBJECT)

typedef struct
{
  const char *chinese;
  const char *label;
} KindWords;

static const KindWords kind_words[MSK_DEVICE_N_KINDS] = {
  [MSK_DEVICE_PHONE] = { "手机", N_ ("phone") },
  [MSK_DEVICE_WATCH] = { "智能手表", N_ ("watch") },
  [MSK_DEVICE_TABLET] = { "平板电脑", N_ ("tablet") },
  [MSK_DEVICE_LAPTOP] = { "笔记本电脑", N_ ("laptop") },
  [MSK_DEVICE_RECORDER] = { "录音设备", N_ ("recorder") },
  [MSK_DEVICE_CAMERA] = { "照相摄像设备", N_ ("camera") },
  [MSK_DEVICE_USB] = { "移动存储介质", N_ ("USB storage") },
  [MSK_DEVICE_EARPHONES] = { "无线耳机", N_ ("earphones") },
  [MSK_DEVICE_CAR_KEY] = { "遥控车钥匙", N_ ("car key with a remote") },
  [MSK_DEVICE_OTHER] = { "其他设备", N_ ("other device") },
};

static const char *const state_labels[MSK_DEVICE_N_STATES] = {
  [MSK_DEVICE_EXPECTED] = N_ ("declared, not in deposit"),
  [MSK_DEVICE_DEPOSITED] = N_ ("in deposit"),
  [MSK_DEVICE_RETURNED] = N_ ("given back"),
  [MSK_DEVICE_VOID] = N_ ("void"),
};

static const char *const tag_labels[] = {
  [MSK_ATTEMPT_RESERVED] = N_ ("no tag"),
  [MSK_ATTEMPT_SENT] = N_ ("tag sent to the printer"),
  [MSK_ATTEMPT_UNCERTAIN] = N_ ("tag uncertain"),
  [MSK_ATTEMPT_PRINTED] = N_ ("tag printed, not scanned"),
  [MSK_ATTEMPT_ABSENT] = N_ ("tag uncertain"),
  [MSK_ATTEMPT_GOOD] = N_ ("tagged"),
  [MSK_ATTEMPT_SPOILED] = N_ ("tag void"),
  [MSK_ATTEMPT_VOID] = N_ ("tag void"),
};

static void
msk_device_finalize (GObject *object)
{
  MskDevice *self = MSK_DEVICE (object);

  g_free (self->owner);
  g_free (self->unit);
  g_free (self->description);
  g_free (self->shelf);
  g_free (self->registered_by);

  G_OBJECT_CLASS (msk_device_parent_class)->finalize (object);
}

static void
msk_device_class_init (MskDeviceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_device_finalize;
}

static void
msk_device_init (MskDevice *self)
{
}

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

MskDevice *
msk_device_new (void)
{
  return g_object_new (MSK_TYPE_DEVICE, NULL);
}

char *
msk_device_dup_subject (guint number)
{
  return g_strdup_printf ("device %05u", number);
}

gboolean
msk_device_check_draft (const MskDeviceDraft *draft, GError **error)
{
  g_return_val_if_fail (draft != NULL && draft->kind < MSK_DEVICE_N_KINDS, FALSE);

  if (draft->description != NULL && draft->shelf != NULL && *draft->shelf != '\0')
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("A device is put somewhere: say where it lies, in one line."));
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

gboolean
msk_device_check_finding (const MskDeviceFinding *finding, GError **error)
{
  g_return_val_if_fail (finding != NULL, FALSE);

  if (finding->finder != NULL && msk_name_has_letter (finding->finder) &&
      !is_blank (finding->zone) && !is_blank (finding->text))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("A device found in the room is registered with who found it, where, and "
                          "what it is: fill in all three, each in one line."));
  return FALSE;
}

gboolean
msk_device_check_taggable (MskDevice *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_DEVICE (self), FALSE);

  switch (self->state)
    {
    case MSK_DEVICE_RETURNED:
      return refuse (error, MSK_RULE_ERROR_ALREADY_RETURNED,
                     _ ("This device was given back: if it is here again, take it in as a new "
                        "one."));
    case MSK_DEVICE_VOID:
      return refuse (error, MSK_RULE_ERROR_DEVICE_VOID,
                     _ ("This number was declared void: if there is a device with its tag, keep "
                        "it and tell the security officer."));
    case MSK_DEVICE_EXPECTED:
    case MSK_DEVICE_DEPOSITED:
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
msk_device_check_confirmable (MskDevice *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_DEVICE (self), FALSE);

  if (!msk_device_check_taggable (self, error))
    return FALSE;
  if (self->tag == MSK_ATTEMPT_PRINTED || self->tag == MSK_ATTEMPT_UNCERTAIN)
    return TRUE;
  if (self->tag == MSK_ATTEMPT_GOOD)
    return refuse (error, MSK_RULE_ERROR_ALREADY_GOOD,
                   _ ("This device is in deposit already: if its tag came out twice, keep both "
                      "and tell the security officer."));

  return refuse (error, MSK_RULE_ERROR_LABEL_NOT_CONFIRMED,
                 _ ("This device has no tag that was printed: print one first."));
}

gboolean
msk_device_check_returnable (MskDevice *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_DEVICE (self), FALSE);

  return msk_device_check_taggable (self, error) &&
         (self->state == MSK_DEVICE_DEPOSITED ||
          refuse (error, MSK_RULE_ERROR_NOT_DEPOSITED,
                  _ ("This device was never taken into deposit: scan its tag in the mode "
                     "“Deposit”, or declare its number void.")));
}

gboolean
msk_device_check_tag_seen (MskDevice *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_DEVICE (self), FALSE);

  return self->tag == MSK_ATTEMPT_GOOD ||
         refuse (error, MSK_RULE_ERROR_LABEL_NOT_CONFIRMED,
                 _ ("This tag was printed and never seen on the device: put both parts where they "
                    "belong, and scan it in the mode “Deposit” first."));
}

gboolean
msk_device_check_owner (MskDevice *self, const GArray *entries, GError **error)
{
  g_return_val_if_fail (MSK_IS_DEVICE (self) && entries != NULL, FALSE);

  if (self->attendee_id == 0)
    return refuse (error, MSK_RULE_ERROR_NOT_THE_OWNER,
                   _ ("Nobody is known to own this device: keep it, and have the security officer "
                      "register the owner first."));
  if (msk_ids_contain (entries, self->attendee_id))
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_THE_OWNER,
               _ ("This device belongs to %s and is given to nobody else: keep it, and ask how "
                  "this person came by the tag."),
               self->owner);
  return FALSE;
}

gboolean
msk_device_check_word (MskDevice *self,
                       const char *user,
                       const char *witness,
                       MskNamePair alike,
                       GError **error)
{
  g_return_val_if_fail (MSK_IS_DEVICE (self) && user != NULL && alike != NULL, FALSE);

  if (witness == NULL || !msk_name_has_letter (witness))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("Without its tag a device is given back on the word of two persons: "
                              "write down the full name of the second."));
      return FALSE;
    }
  if (!alike (witness, user) && !alike (witness, self->owner))
    return TRUE;

  g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON,
                       _ ("The second person is neither the clerk nor the owner: name somebody "
                          "else who knows whose device this is."));
  return FALSE;
}

gboolean
msk_device_check_voidable (MskDevice *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_DEVICE (self), FALSE);

  return msk_device_check_taggable (self, error) &&
         (self->state == MSK_DEVICE_EXPECTED ||
          refuse (error, MSK_RULE_ERROR_ALREADY_DEPOSITED,
                  _ ("This device lies in deposit: give it back to its owner instead.")));
}

const char *
msk_device_kind_get_label (MskDeviceKind kind)
{
  g_return_val_if_fail (kind < MSK_DEVICE_N_KINDS, "");

  return g_dgettext (GETTEXT_PACKAGE, kind_words[kind].label);
}

const char *
msk_device_state_get_label (MskDeviceState state)
{
  g_return_val_if_fail (state < MSK_DEVICE_N_STATES, "");

  return g_dgettext (GETTEXT_PACKAGE, state_labels[state]);
}

const char *
msk_device_tag_get_label (MskAttempt tag)
{
  g_return_val_if_fail (tag < G_N_ELEMENTS (tag_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, tag_labels[tag]);
}

char *
msk_device_kind_dup_words (MskDeviceKind kind)
{
  g_return_val_if_fail (kind < MSK_DEVICE_N_KINDS, NULL);

  return g_strdup_printf ("%s %s", kind_words[kind].chinese, kind_words[kind].label);
}
