namespace Pneumonia.Blazor.Storage.Auditing;

/// <summary>What the audit log records.</summary>
public static class AuditActions
{
    public const string StudyReceived = "study.received";
    public const string StudyRead = "study.read";
    public const string StudyUnread = "study.unread";
    public const string StudyCorrected = "study.corrected";
    public const string CorrectionUndone = "study.correctionUndone";
    public const string PatientNamed = "study.patientNamed";
    public const string StudyNoted = "study.noted";
    public const string ModelRegistered = "model.registered";
    public const string ModelDeleted = "model.deleted";
    public const string JobReceived = "job.received";
    public const string JobCancelled = "job.cancelled";
    public const string StudyDeleted = "study.deleted";
    public const string ModelPromoted = "model.promoted";
    public const string ModelRolledBack = "model.rolledBack";
    public const string TrainingStarted = "training.started";
    public const string TrainingCancelled = "training.cancelled";
    public const string TrainingResumed = "training.resumed";
    public const string TrainingDiscarded = "training.discarded";
    public const string StoreRestored = "store.restored";
}
