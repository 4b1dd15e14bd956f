namespace Yakuba.Privacy;

/// <summary>What a piece of personal data is.</summary>
public enum PersonalKind
{
    /// <summary>マイナンバー, 12 digits.</summary>
    MyNumber,

    /// <summary>A person's name as written in documents.</summary>
    Name,

    /// <summary>A person's name in kana: the reading.</summary>
    NameKana,

    /// <summary>A home address, prefecture or municipality to house number and room.</summary>
    Address,

    /// <summary>郵便番号, 7 digits.</summary>
    PostalCode,

    /// <summary>A telephone or fax number.</summary>
    Phone,

    /// <summary>A mail address.</summary>
    Email,

    /// <summary>Day of birth.</summary>
    DateOfBirth,

    /// <summary>Bank, branch, kind and number; or 記号 and 番号 of ゆうちょ.</summary>
    BankAccount,

    /// <summary>14 to 16 digits.</summary>
    CreditCard,

    /// <summary>運転免許証番号, 12 digits.</summary>
    DriverLicence,

    /// <summary>旅券番号, 2 letters and 7 digits.</summary>
    Passport,

    /// <summary>在留カード番号, 2 letters, 8 digits, 2 letters.</summary>
    ResidenceCard,

    /// <summary>保険者番号, 6 or 8 digits.</summary>
    InsurerNumber,

    /// <summary>被保険者証の記号・番号・枝番.</summary>
    InsuredNumber,

    /// <summary>介護保険被保険者番号, 10 digits.</summary>
    CareInsurance,

    /// <summary>基礎年金番号, 10 digits.</summary>
    PensionNumber,

    /// <summary>雇用保険被保険者番号, 11 digits.</summary>
    EmploymentInsurance,

    /// <summary>住民票コード, 11 digits.</summary>
    ResidentRecordCode,

    /// <summary>法人番号, 13 digits. Public, but told apart so that it is not taken for a My Number.</summary>
    CorporateNumber,
}
